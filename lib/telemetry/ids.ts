import 'server-only'
import { createHmac } from 'node:crypto'
import { logConfig } from '@/lib/config/log-config'

/** The kinds of ids: the same text can be an id of two kinds, and each kind hashes it differently. */
export const idKinds = ['person', 'tenant', 'subscription', 'vm'] as const
export type IdKind = (typeof idKinds)[number]

/** Characters of a hash: two of a million ids collide with a chance of 1 in 30 million. */
const hashLength = 16

/**
 * The pseudonym of an id under a key: the same id always has the same one, and without the key it cannot be computed.
 */
export function hashedId(kind: IdKind, id: string, key: string): string {
  return createHmac('sha256', key).update(`${kind}\n${id.toLowerCase()}`).digest('hex').slice(0, hashLength)
}

let key: string | null | undefined

function configuredKey(): string | null {
  if (key !== undefined) return key
  try {
    key = logConfig().idKey
  } catch {
    // A running program has checked its environment already: only a tool that reads no environment gets here.
    key = null
  }
  return key
}

/** An id as the log has it: unchanged, or hashed where the operator configured a key. */
export function idForLog(kind: IdKind, id: string): string {
  const known = configuredKey()
  return known === null ? id : hashedId(kind, id, known)
}

/** An id as metrics and traces have it: its hash, or null. They leave this machine and are stored for long. */
export function idForTelemetry(kind: IdKind, id: string): string | null {
  const known = configuredKey()
  return known === null ? null : hashedId(kind, id, known)
}
