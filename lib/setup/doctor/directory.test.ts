import { describe, expect, it } from 'vitest'
import type { Deployment } from '@/lib/contract/deployment'
import { historyFailures } from '@/lib/contract/history-failures'
import { cloudHosts, cloudNames, type CloudName } from '@/lib/config/clouds'
import { checkArm, checkCloud, checkTenant } from './directory'
import type { Answer, Evidence } from './evidence'
import { checkDatabase } from './server'

const tenantId = '11111111-1111-4111-8111-111111111111'
const answer = (body: unknown, status = 200): Answer => ({
  kind: 'answer',
  status,
  headers: {},
  text: JSON.stringify(body),
  at: 0,
})
const none: Answer = { kind: 'failed', why: 'broken' }

function deployment(cloud: CloudName): Deployment {
  const { authorityHost, armEndpoint } = cloudHosts[cloud]
  return {
    product: 'sealwatch',
    cloud,
    authorityHost,
    armEndpoint,
    tenantId,
    spaClientId: tenantId,
    apiScope: 'api://x/access_as_user',
    now: 0,
    proxies: 0,
    forwardedFor: 0,
  }
}

/** The evidence where the directory and ARM name these hosts. */
function evidence(named: { readonly issuer: string; readonly pages?: string; readonly login?: string }): Evidence {
  const configuration = answer({
    issuer: named.issuer,
    authorization_endpoint: `${named.pages ?? new URL(named.issuer).origin}/${tenantId}/oauth2/v2.0/authorize`,
  })
  return {
    address: {
      origin: 'https://dashboard.example.com',
      host: 'dashboard.example.com',
      secure: true,
      here: false,
      proxied: false,
    },
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
    clouds: cloudNames.map((name) => ({ name, ...cloudHosts[name] })),
    tenantIn: [],
    entra: { configuration, authorize: none, token: none },
    arm: answer({ authentication: { loginEndpoint: named.login ?? '' } }),
    redirectUri: 'https://dashboard.example.com/auth/redirect',
    environment: null,
    registrations: null,
  }
}

const codeOf = (line: ReturnType<typeof checkTenant>) => (line.outcome === 'wrong' ? line.code : line.outcome)
const path = `${tenantId}/v2.0`

describe('the directory of each cloud', () => {
  it.each<[CloudName, issuer: string, login: string]>([
    ['public', 'https://login.microsoftonline.com', 'https://login.microsoftonline.com'],
    ['public', 'https://login.microsoftonline.com', 'https://login.windows.net/'],
    ['usgovernment', 'https://login.microsoftonline.us', 'https://login.microsoftonline.us/'],
    ['china', 'https://login.partner.microsoftonline.cn', 'https://login.chinacloudapi.cn/'],
    ['china', 'https://login.chinacloudapi.cn', 'https://login.partner.microsoftonline.cn'],
  ])('%s is correct with the issuer at %s and ARM at %s', (cloud, issuer, login) => {
    const seen = evidence({ issuer: `${issuer}/${path}`, login })
    const own = deployment(cloud)
    expect([checkTenant, checkArm, checkCloud].map((check) => codeOf(check(seen, own)))).toEqual(['ok', 'ok', 'ok'])
  })

  it.each<[CloudName, string]>([
    ['china', 'https://login.evil.test'],
    ['china', 'https://login.partner.microsoftonline.cn.evil.test'],
    ['usgovernment', 'https://login.microsoftonline.com'],
  ])('%s does not match the issuer at %s', (cloud, issuer) => {
    expect(codeOf(checkTenant(evidence({ issuer: `${issuer}/${path}` }), deployment(cloud)))).toBe(
      'authority-not-entra',
    )
  })

  it('names the cloud that another one redirects to', () => {
    const seen = evidence({
      issuer: `https://login.partner.microsoftonline.cn/${path}`,
      login: 'https://login.evil.test',
    })
    expect(codeOf(checkCloud(seen, deployment('public')))).toBe('cloud-other')
    expect(codeOf(checkArm(seen, deployment('china')))).toBe('arm-other-authority')
  })
})

describe('a Resource Manager that refuses', () => {
  const seen = evidence({ issuer: `https://login.microsoftonline.com/${path}` })
  const refusal = (code: string) => ({
    error: {
      code,
      message: 'Contoso may not.',
      details: [{ code: 'Inner.Code', message: 'Contoso' }, { code: 'no code' }],
    },
  })

  it.each([400, 401, 403, 404, 409, 429, 500, 503])('with %i is shown with the codes of its answer', (status) => {
    const line = checkArm({ ...seen, arm: answer(refusal('TooManyRequests'), status) }, deployment('public'))
    expect(line).toMatchObject({ code: 'arm-refused', seen: { found: `${status} TooManyRequests Inner.Code` } })
    expect(JSON.stringify(line)).not.toContain('Contoso')
  })

  it('without a code of Azure is not identified as Azure', () => {
    for (const body of [{}, 'busy', { error: { code: 'not a code!' } }]) {
      const line = checkArm({ ...seen, arm: answer(body, 502) }, deployment('public'))
      expect(line).toMatchObject({ code: 'arm-not-azure', seen: { found: '502' } })
    }
  })
})

it('the database is right only where the server says so, whatever it says instead', () => {
  const seen = evidence({ issuer: 'https://login.microsoftonline.com' })
  const said = (reason: string | null) => {
    const line = { check: 'history', standing: reason === null || reason === 'off' ? 'ok' : 'degraded', reason }
    return checkDatabase({ ...seen, readyz: answer({ ready: true, checks: [line] }) })
  }
  expect(said(null).outcome).toBe('ok')
  const wrong = historyFailures.filter((reason) => said(reason).outcome === 'wrong')
  expect(wrong).toEqual(historyFailures.filter((reason) => reason !== 'off'))
  expect(said('off').outcome).toBe('unchecked')
  expect(said('behind').seen).toEqual({ reason: 'behind' })
})
