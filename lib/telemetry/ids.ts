import 'server-only'
import { createHmac } from 'node:crypto'
import { logConfig } from '@/lib/config/log-config'

/** What an id is of: the same text means another thing in another place, and hashes to another name. */
export const idKinds = ['person', 'tenant', 'subscription', 'vm'] as const
export type IdKind = (typeof idKinds)[number]

/** Characters of a hash: two of a million ids meet with a chance of 1 in 30 million. */
const hashLength = 16

/** The name that stands for an id under a key: the same id always has the same one, and nobody without the key finds it. */
export function hashedId(kind: IdKind, id: string, key: string): string {
  return createHmac('sha256', key).update(`${kind}\n${id.toLowerCase()}`).digest('hex').slice(0, hashLength)
}

let key: string | null | undefined

function configuredKey(): string | null {
  if (key !== undefined) return key
  try {
    key = logConfig().idKey
  } catch {
    // A program that runs on has a right environment: only a tool that reads none of it comes here.
    key = null
  }
  return key
}

/** An id as the log has it: itself, or its hash where the operator gave a key. */
export function idForLog(kind: IdKind, id: string): string {
  const known = configuredKey()
  return known === null ? id : hashedId(kind, id, known)
}

/** An id as metrics and traces have it: its hash, or nothing. They leave for other machines and are kept for long. */
export function idForTelemetry(kind: IdKind, id: string): string | null {
  const known = configuredKey()
  return known === null ? null : hashedId(kind, id, known)
}
