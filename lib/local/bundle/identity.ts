import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import type { Identity } from '@/lib/auth/identity'
import { ok } from '@/lib/shared/result'
import { callerOf } from '../identity'

/** A token that opens nothing: no request leaves a program that shows a file. */
export const fileToken = { token: 'file', expiresAt: Number.MAX_SAFE_INTEGER } as const

/** The identity of a process that reads one file: every request is that of its one person. */
export function fileIdentity(person: Pick<Caller, 'cloud' | 'tenantId' | 'objectId'>): Identity {
  return {
    authenticate: () => Promise.resolve(ok(callerOf(person))),
    isAddressed: () => false,
    tokenSource: () => ({ get: () => Promise.resolve(ok(fileToken)), drop: () => undefined }),
    forgetTokens: () => undefined,
  }
}
