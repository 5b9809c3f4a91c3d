import 'server-only'
import { openArmSession, type ArmSession } from '@/lib/azure/session'
import { personKey, type Caller } from '@/lib/auth/caller'
import { identity } from '@/lib/auth/identity'
import { serverConfig } from '@/lib/config/config'

/** Opens a session with ARM that can only act for this caller. */
export function openSession(caller: Caller, signal: AbortSignal, deadlineMilliseconds: number): ArmSession {
  const person = personKey(caller)
  return openArmSession(serverConfig(), { person, tokens: identity().tokenSource(caller), signal, deadlineMilliseconds })
}
