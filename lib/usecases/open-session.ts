import 'server-only'
import { openArmSession, type ArmSession } from '@/lib/azure/session'
import { personKey, type Caller } from '@/lib/auth/caller'
import { identity } from '@/lib/auth/identity'
import { serverConfig } from '@/lib/config/config'

/**
 * Opens a session with ARM that can only act for this caller.
 * @param ready waits until what its requests returned is processed
 */
export function openSession(
  caller: Caller,
  signal: AbortSignal,
  deadlineMilliseconds: number,
  ready?: () => Promise<void>,
): ArmSession {
  // Azure counts the requests of all applications together: they read with the collector's identity.
  const person = personKey(caller.isApplication === true ? { ...caller, objectId: 'collector' } : caller)
  const tokens = identity().tokenSource(caller)
  return openArmSession(serverConfig(), { person, tokens, signal, deadlineMilliseconds, ...(ready && { ready }) })
}
