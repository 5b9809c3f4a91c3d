import 'server-only'
import type { ArmFailure } from '@/lib/azure/failure'
import { isNotInFile } from '@/lib/contract/local-session'
import { known, unknown, type Known } from '@/lib/shared/known'
import type { Result } from '@/lib/shared/result'

/**
 * Codes for what a cloud lacks: a table of Resource Graph (China lacks guest configuration and more), a resource
 * provider, and a type of a provider that offers no version of it. ARM sends the last two with 404, which says nothing
 * about the resource itself. Sources: https://docs.azure.cn/en-us/governance/resource-graph/concepts/query-language
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
const notInCloud = ['DisallowedLogicalTableName', 'InvalidResourceNamespace', 'InvalidResourceType']

/** Why a part is unknown, from why it could not be read. Only `unreadable` is worth a retry. */
export function whyUnknown(failure: ArmFailure): ReturnType<typeof unknown> {
  const { kind, codes = [] } = failure
  if (isNotInFile(codes)) return unknown('not-in-file')
  if (kind !== 'api-version' && notInCloud.some((code) => codes.includes(code))) return unknown('unavailable')
  if (kind === 'denied') return unknown('denied')
  return unknown(kind === 'not-found' ? 'absent' : 'unreadable')
}

/** A reading as a part that is known or not; an answer that cannot be parsed is unreadable. */
export function knownOf<T>(
  result: Result<unknown, ArmFailure>,
  read: (json: unknown) => T | null | undefined,
): Known<T> {
  if (!result.ok) return whyUnknown(result.failure)
  const value = read(result.value)
  return value === null || value === undefined ? unknown('unreadable') : known(value)
}

/**
 * Several readings that form one part. A missing one makes the part unknown, because its value could matter most. A
 * refusal takes precedence over a fault, because it shows which right a user can request.
 */
export function allKnown<T>(parts: readonly Known<T>[]): Known<readonly T[]> {
  const missing = parts.flatMap((part) => (part.known ? [] : [part]))
  const first = missing.find(({ why }) => why === 'denied') ?? missing[0]
  if (first !== undefined) return first
  return known(parts.flatMap((part) => (part.known ? [part.value] : [])))
}
