import 'server-only'
import type { ArmFailure } from '@/lib/azure/failure'
import { known, unknown, type Known } from '@/lib/shared/known'
import type { Result } from '@/lib/shared/result'

/**
 * What Resource Graph answers to a table that its cloud does not have; China's lacks guest configuration and more.
 * Source: https://docs.azure.cn/en-us/governance/resource-graph/concepts/query-language
 */
const tableMissing = 'DisallowedLogicalTableName'

/** Why a part is not known, from why it was not read. Only what is unreadable can be tried again. */
export function whyUnknown(failure: ArmFailure): ReturnType<typeof unknown> {
  const { kind } = failure
  if (failure.codes?.includes(tableMissing) === true) return unknown('unavailable')
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
