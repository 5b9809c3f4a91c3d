import 'server-only'
import { personKey, type Caller } from '@/lib/auth/caller'
import { identity } from '@/lib/auth/identity'
import { endedTokensAfter, noteEndedToken, type EndedToken, type EndedTokensAfter } from '@/lib/store/ended-tokens'
import { forgetReadings } from '../fleet/readings'
import { history } from '../history/handle'
import { forgetVisits, recordAuditEvent } from '../audit-log/record'
import { EndedTokens } from './ended-tokens'

/** A server with a slow clock may accept a token a minute after its expiry; with a margin. */
const afterEndMilliseconds = 180_000
/** How often a server reads which tokens other servers have ended. */
const askMilliseconds = 400
/** The longest that a request waits for that. An unreachable database must not stop the API. */
const waitMilliseconds = 300
/** Tolerance for the clocks of several servers. */
const clocksMilliseconds = 120_000
/** Tokens in one answer of the database. */
const pageSize = 5_000

interface Watch {
  readonly tokens: EndedTokens
  /** Monotonic milliseconds from which the database is read again. */
  askAt: number
  /** All endings before this time have been read; epoch milliseconds. */
  seenTo: number
  asking: Promise<void> | null
}

declare global {
  // Next.js bundles each route separately; all of them refuse an ended token.
  var sealwatchEndedTokens: Watch | undefined
}

const watch = (): Watch =>
  (globalThis.sealwatchEndedTokens ??= { tokens: new EndedTokens(), askAt: 0, seenTo: 0, asking: null })

/** Ends what belongs to a user outside this module, such as responses in progress. */
export type LetGo = (person: string) => void

/** Refuses a token from now on, and drops everything that this process holds for its user. */
function drop(token: EndedToken, now: number, letGo: LetGo): void {
  if (!watch().tokens.add(token, now)) return
  identity().forgetTokens(token.person)
  forgetReadings(token.person)
  forgetVisits(token.person)
  letGo(token.person)
}

/** Reads which tokens other servers have ended. */
async function ask(letGo: LetGo): Promise<void> {
  const opened = await history()
  if (!opened.ok) return
  const now = Date.now()
  const { seenTo } = watch()
  let after: EndedTokensAfter = { endedAt: Math.max(0, seenTo - clocksMilliseconds), fingerprint: '' }
  for (;;) {
    const ended = await endedTokensAfter(opened.value, after, { now, limit: pageSize })
    if (!ended.ok) return
    for (const token of ended.value) drop(token, now, letGo)
    const last = ended.value.at(-1)
    if (last === undefined || ended.value.length < pageSize) break
    after = last
  }
  watch().seenTo = now
}

function asked(letGo: LetGo): Promise<void> {
  const state = watch()
  if (state.asking !== null) return state.asking
  if (performance.now() < state.askAt) return Promise.resolve()
  state.askAt = performance.now() + askMilliseconds
  state.asking = ask(letGo).finally(() => {
    state.asking = null
  })
  return state.asking
}

/** Waits for a promise, but not for long. */
async function briefly(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, waitMilliseconds)
  })
  await Promise.race([work, enough])
  clearTimeout(timer)
}

/**
 * Whether the caller's token was ended by a sign-out, here or on another server of this deployment. The sign-outs at
 * other servers are read from the database at most every 0.4 s, and only while requests come; where it does not answer
 * within 0.3 s, or is not configured, this server knows only its own sign-outs.
 */
export async function isSessionOver(caller: Caller, letGo: LetGo): Promise<boolean> {
  const state = watch()
  const fingerprint = caller.accessToken.fingerprint()
  if (state.tokens.has(fingerprint)) return true
  if (state.asking !== null || performance.now() >= state.askAt) await briefly(asked(letGo))
  return state.tokens.has(fingerprint)
}

/** A user has signed out: their token is refused from now on, and everything held for them is dropped. */
export async function endSession(caller: Caller, letGo: LetGo): Promise<void> {
  const now = Date.now()
  const token: EndedToken = {
    fingerprint: caller.accessToken.fingerprint(),
    person: personKey(caller),
    endedAt: now,
    expiresAt: caller.expiresAt + afterEndMilliseconds,
  }
  drop(token, now, letGo)
  const opened = await history()
  if (opened.ok) await noteEndedToken(opened.value, token)
  await recordAuditEvent('sign-out', caller, { subject: null, detail: {} })
}
