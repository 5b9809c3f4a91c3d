import { expect, it } from 'vitest'
import { LocalSessions, type OpenedSession } from './sessions'

function opened(sessions: LocalSessions): OpenedSession {
  const answer = sessions.redeem(sessions.newKey())
  if (typeof answer === 'string') throw new Error(answer)
  return answer
}

it('a key opens one session, once; all three secrets have 256 bits', () => {
  const sessions = new LocalSessions()
  const key = sessions.newKey()
  const session = sessions.redeem(key)
  expect(typeof session).toBe('object')
  if (typeof session === 'string') return
  for (const secret of [key, session.cookie, session.secret]) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(new Set([key, session.cookie, session.secret]).size).toBe(3)
  expect(sessions.redeem(key)).toBe('wrong')
  expect(sessions.hasCookie(session.cookie)).toBe(true)
})

it('a new key withdraws the one before it, and leaves open sessions open', () => {
  const sessions = new LocalSessions()
  const session = opened(sessions)
  const first = sessions.newKey()
  sessions.newKey()
  expect(sessions.redeem(first)).toBe('wrong')
  expect(sessions.hasCookie(session.cookie)).toBe(true)
})

it('a key is valid for ten minutes', () => {
  let now = 0
  const sessions = new LocalSessions(() => now)
  const [late, intime] = [sessions.newKey(), 600_000]
  now = intime + 1
  expect(sessions.redeem(late)).toBe('wrong')
  const key = sessions.newKey()
  now += intime
  expect(typeof sessions.redeem(key)).toBe('object')
})

it('twenty wrong keys withdraw the right one', () => {
  const sessions = new LocalSessions()
  const key = sessions.newKey()
  const answers = Array.from({ length: 20 }, (_, at) => sessions.redeem(`guess-${at}`))
  expect(answers.at(-2)).toBe('wrong')
  expect(answers.at(-1)).toBe('withdrawn')
  expect(sessions.redeem(key)).toBe('withdrawn')
  expect(typeof sessions.redeem(sessions.newKey())).toBe('object')
})

it('cookie and secret must be of the same session, and neither opens the other', () => {
  const sessions = new LocalSessions()
  const [one, two] = [opened(sessions), opened(sessions)]
  expect(sessions.belongTogether(one.cookie, one.secret)).toBe(true)
  expect(sessions.belongTogether(one.cookie, two.secret)).toBe(false)
  expect(sessions.hasCookie(one.secret)).toBe(false)
  expect(sessions.hasSecret(one.cookie)).toBe(false)
  sessions.end(one.cookie)
  expect([sessions.hasCookie(one.cookie), sessions.hasSecret(one.secret)]).toEqual([false, false])
  expect(sessions.hasCookie(two.cookie)).toBe(true)
})

it('keeps at most sixteen browsers; the oldest ends', () => {
  const sessions = new LocalSessions()
  const all = Array.from({ length: 17 }, () => opened(sessions))
  expect(all.map(({ cookie }) => sessions.hasCookie(cookie))).toEqual([false, ...Array<boolean>(16).fill(true)])
})
