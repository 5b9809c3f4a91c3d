import { expect, it } from 'vitest'
import { doctorWords } from '@/lib/i18n/setup/load'
import { checkHttp, checkOldTls, checkTls } from './connection'
import type { Evidence } from './evidence'

const at = (here: boolean) => {
  const none = { kind: 'failed', why: 'broken' } as const
  const address = { origin: 'http://x', host: 'x', secure: false, here, proxied: false }
  const evidence: Evidence = {
    address,
    now: 0,
    failure: null,
    certificate: null,
    oldTls: 'unknown',
    http: null,
    home: none,
    bridge: none,
    healthz: none,
    readyz: none,
    deployment: none,
    forwardedSent: 2,
    clouds: [],
    tenantIn: [],
    entra: null,
    arm: null,
    redirectUri: 'http://x/auth/redirect',
    environment: null,
    registrations: null,
  }
  return [checkTls, checkOldTls, checkHttp].map((check) => {
    const line = check(evidence)
    return line.outcome === 'unchecked' ? line.why : line.outcome === 'wrong' ? line.code : 'ok'
  })
}

it('an address without TLS is said to be on this machine only where it is', () => {
  expect(at(true)).toEqual(['plain-http-here', 'plain-http-here', 'plain-http-here'])
  expect(at(false)).toEqual(['tls-missing', 'plain-http', 'plain-http'])
  const { unchecked } = doctorWords('en')
  expect([unchecked['plain-http-here'], unchecked['plain-http']].map((text) => text.includes('this machine'))).toEqual([
    true,
    false,
  ])
})
