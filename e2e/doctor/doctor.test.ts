import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ownHosts } from '@/lib/shared/sign-in-hosts'
import { doctorText } from '@/lib/cli/doctor/print'
import { runDoctor } from '@/lib/cli/doctor/program'
import { securityHeaders } from '@/lib/http/security-headers'
import { languages } from '@/lib/i18n/languages'
import type { DoctorLine } from '@/lib/setup/doctor/codes'
import { productApi } from '../simulator/names'
import { startDoctorStage, type DoctorStage } from './stage'
import { redirecting } from './deployment'
import { gone, planted } from './planted'

const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
let stage: DoctorStage
beforeAll(async () => {
  const headersOf = (isRedirectBridge: boolean) =>
    securityHeaders({ nonce: 'n', signInOrigins: [], isRedirectBridge, isDevelopment: false })
  stage = await startDoctorStage({ runDoctor, headersOf })
  // msal-node uses fetch, which reads extra certificates only at the start of a process.
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
})
afterEach(() => stage.close())
afterAll(async () => {
  await stage.stop()
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before ?? ''
})

const whys = (lines: readonly DoctorLine[]): string[][] =>
  lines.flatMap((each) => (each.outcome === 'unchecked' ? [[each.check, each.why]] : []))

describe('a healthy deployment', () => {
  it('has no findings, and what was not checked is not reported as right', async () => {
    const { code, found, lines, text } = await stage.doctor()
    expect([code, found]).toEqual([0, []])
    expect(whys(lines)).toEqual([
      ['http', 'own-port'],
      ['client-type', 'only-registrations-tell'],
      ['scope', 'entra-asks-first'],
      ['consent', 'only-registrations-tell'],
      ['token-version', 'only-registrations-tell'],
      ['environment', 'no-environment-file'],
      ['credential', 'no-environment-file'],
    ])
    expect(text).not.toContain(productApi.clientSecret)
  })

  it('has no findings with everything checked either', async () => {
    const plain = await redirecting(() => `${stage.origin()}/`)
    const args = ['--registrations', '--http-address', plain.origin]
    const seen = await stage.doctor({ file: {}, plant: stage.preauthorised, args })
    await plain.stop()
    expect([seen.code, seen.found, whys(seen.lines)]).toEqual([0, [], []])
    expect(seen.text).not.toContain(productApi.clientSecret)
  })
})

it('reports each of the planted misconfigurations, and nothing else', async () => {
  expect(planted.length).toBeGreaterThan(35)
  for (const [what, code, plan] of planted) {
    const seen = await stage.doctor(await plan(stage))
    await stage.close()
    expect([what, seen.code, seen.found]).toEqual([what, 1, [code]])
    for (const language of languages) expect(doctorText('x', seen.lines, language)).not.toMatch(/\{\w+\}/)
    expect(seen.text).not.toMatch(/simulated-api-secret|not-the-secret/)
  }
})

it('names the cloud of a tenant', async () => {
  const { origin } = stage.other
  const others = [{ name: 'usgovernment', armEndpoint: origin, ...ownHosts(origin) }]
  const { found } = await stage.doctor({ answers: { deployment: { tenantId: gone } }, others })
  expect(found).toEqual(['cloud-other', 'tenant-unknown'])
})

describe('a wrong tenant is named as such', () => {
  it('in the environment file, by the variable and by the refusal of its credential', async () => {
    const { found, lines } = await stage.doctor({ file: { SEALWATCH_TENANT: gone } })
    expect(found).toEqual(['environment-differs', 'tenant-unknown'])
    const seen = Object.fromEntries(lines.map((line) => [line.check, line.seen]))
    expect(seen['environment']).toEqual({ settings: 'SEALWATCH_TENANT' })
    expect(seen['credential']).toMatchObject({ tenant: gone })
    expect(doctorText('x', lines, 'en')).toContain(`has no tenant ${gone}`)
  })

  it('where it exists and another one has the registrations', async () => {
    const { tenantId } = await stage.simulator.control.createTenant({ scenario: 'empty' })
    stage.simulator.simulator.tenants.get(tenantId)?.directory.registrations.clear()
    const { found, lines } = await stage.doctor({ answers: { deployment: { tenantId } } })
    expect(found).toEqual(['page-unknown'])
    expect(doctorText('x', lines, 'en')).toContain('SEALWATCH_TENANT is a tenant other than that of the registration')
  })

  it('of azure-cli, whose directory shows nothing about the registrations', async () => {
    const { tenantId } = await stage.simulator.control.createTenant({ scenario: 'empty' })
    const { found, lines } = await stage.doctor({ args: ['--registrations'], signedInTo: tenantId })
    expect(found).toEqual([])
    expect(whys(lines)).toContainEqual(['consent', 'registrations-other-tenant'])
    expect(doctorText('x', lines, 'en')).toContain(`azure-cli is signed in to the tenant ${tenantId}`)
  })
})

describe('trust', () => {
  afterEach(() => delete process.env['NODE_EXTRA_CA_CERTS'])

  it('in the file of --ca is added to that of NODE_EXTRA_CA_CERTS', async () => {
    const { azure, deployment } = stage.authorities
    const args = ['--ca', deployment]
    const alone = await stage.doctor({ args })
    await stage.close()
    expect(whys(alone.lines)).toContainEqual(['tenant', 'entra-not-reached'])
    process.env['NODE_EXTRA_CA_CERTS'] = azure
    const both = await stage.doctor({ args })
    expect([both.found, both.lines.find(({ check }) => check === 'tenant')?.outcome]).toEqual([[], 'ok'])
  })

  it('cannot come from a file without a certificate, and the file is named', async () => {
    process.env['NODE_EXTRA_CA_CERTS'] = '/nowhere/extra.pem'
    expect(await stage.doctor()).toMatchObject({ code: 2, text: '/nowhere/extra.pem: cannot be read\n' })
    await stage.close()
    delete process.env['NODE_EXTRA_CA_CERTS']
    const args = ['--ca', import.meta.filename]
    expect(await stage.doctor({ args })).toMatchObject({ code: 2, text: `${import.meta.filename}: cannot be read\n` })
  })
})

describe('a check that is not possible', () => {
  it('is reported with its reason, as neither right nor wrong', async () => {
    const { lines } = await stage.doctor({ address: () => 'https://localhost:9' })
    expect(whys(lines).length).toBe(lines.length - 1)
  })

  it('is left out when registrations cannot be read, and when this machine serves plain http', async () => {
    const apiScope = `${productApi.clientId}/access_as_user`
    const plan = { tls: null, args: ['--registrations'], answers: { deployment: { apiScope } } }
    const { found, lines } = await stage.doctor(plan)
    expect(found).toEqual([])
    expect(whys(lines)).toContainEqual(['tls', 'plain-http-here'])
    expect(whys(lines)).toContainEqual(['consent', 'registrations-unreadable'])
  })

  it('does not blame SEALWATCH_PROXIES on the machine of a proxy, whose address ours is', async () => {
    const { found, lines } = await stage.doctor({ answers: { proxiesBefore: 1, deployment: { proxies: 2 } } })
    expect(found).toEqual([])
    expect(whys(lines)).toContainEqual(['proxies', 'client-is-proxy'])
  })
})

it('refuses unknown arguments', async () => {
  const print = (): void => undefined
  const around = { print, complain: print, az: () => Promise.reject(new Error('not asked')) }
  for (const args of [
    [],
    ['dashboard'],
    ['--loud', 'https://x'],
    ['--language', 'fr', 'https://x'],
    ['https://x', 'y'],
  ])
    expect([args, await runDoctor(args, around)]).toEqual([args, 2])
  expect(await runDoctor(['--environment', '/nowhere/at-all', 'https://localhost:9'], around)).toBe(2)
  expect(await runDoctor(['--help'], around)).toBe(0)
})
