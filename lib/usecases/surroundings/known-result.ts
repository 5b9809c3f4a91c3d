import 'server-only'
import type { ArmFailure } from '@/lib/azure/failure'
import { known, unknown, type Known } from '@/lib/shared/known'
import type { Result } from '@/lib/shared/result'

/** Why a part is not known, from why it was not read. Everything but a refusal and an absence can be tried again. */
export function whyUnknown({ kind }: ArmFailure): ReturnType<typeof unknown> {
  if (kind === 'denied') return unknown('denied')
  return unknown(kind === 'not-found' ? 'absent' : 'unreadable')
}

/** A reading as a part that is known or not; an answer that the reader does not understand is unreadable. */
export function knownOf<T>(
  result: Result<unknown, ArmFailure>,
  read: (json: unknown) => T | null | undefined,
): Known<T> {
  if (!result.ok) return whyUnknown(result.failure)
  const value = read(result.value)
  return value === null || value === undefined ? unknown('unreadable') : known(value)
}

/**
 * Several readings that make one part. One that is missing makes the part unknown: what is not seen could be what
 * decides. A refusal is told before a fault, since it names what a person can ask for.
 */
export function allKnown<T>(parts: readonly Known<T>[]): Known<readonly T[]> {
  const missing = parts.flatMap((part) => (part.known ? [] : [part]))
  const first = missing.find(({ why }) => why === 'denied') ?? missing[0]
  if (first !== undefined) return first
  return known(parts.flatMap((part) => (part.known ? [part.value] : [])))
}
