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

export function operationOf(extension: AdeExtension | undefined): Operation {
  const text = extension?.resource?.operation
  if (text === undefined || text === null || text === '') return 'unstated'
  return operations.find(([word]) => sameText(word, text))?.[1] ?? 'other'
}

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
