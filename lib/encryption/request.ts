import { sameText } from '@/lib/shared/text'
import type { AdeExtension } from '@/lib/facts/types'

export type Role = 'os' | 'data'

/** The requested operation; `unstated` where the settings name no operation or were not read. */
export type Operation = 'enable' | 'enable-format' | 'disable' | 'query' | 'other' | 'unstated'

const operations: readonly (readonly [string, Operation])[] = [
  ['EnableEncryption', 'enable'],
  ['EnableEncryptionFormatAll', 'enable-format'],
  ['DisableEncryption', 'disable'],
  ['QueryEncryptionStatus', 'query'],
]

/** The operation that a word of the settings requests; null where they have none. */
export function operationNamed(word: string | null): Operation {
  if (word === null || word === '') return 'unstated'
  return operations.find(([known]) => sameText(known, word))?.[1] ?? 'other'
}

export const operationOf = (extension: AdeExtension | undefined): Operation =>
  operationNamed(extension?.resource?.operation ?? null)

/** Whether a failure of this request is a failure to enable; a refused disable or query changes no state. */
export function isEnabling(extension: AdeExtension | undefined): boolean {
  const operation = operationOf(extension)
  return operation !== 'disable' && operation !== 'query'
}

/** `VolumeType` is a word in any case or its number; an unreadable value means All. */
const coveredBy: Readonly<Record<string, readonly Role[]>> = {
  os: ['os'],
  '0': ['os'],
  data: ['data'],
  '1': ['data'],
  all: ['os', 'data'],
  '2': ['os', 'data'],
}

export function covers(extension: AdeExtension | undefined, role: Role): boolean {
  const text = String(extension?.resource?.volumeType).toLowerCase()
  const roles = Object.hasOwn(coveredBy, text) ? coveredBy[text] : undefined
  return roles === undefined || roles.includes(role)
}
