import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { azFrom, type Az } from '@/lib/cli/azure/az'
import { runSetup } from '@/lib/cli/setup/program'
import { parseConfig } from '@/lib/config/parse'
import { readEnvironmentFile } from '@/lib/setup/env-file'
import { checkServerCredential } from '@/lib/usecases/setup-credential'
import type { TenantClient } from '../simulator/control/client'
import type { Directory, Registration } from '../simulator/directory/model'
import { startTestSimulator, type TestSimulator } from '../simulator/server/testing/harness'
import { azureCli, azureCliInstalled } from '../simulator/server/testing/azure-cli'
import { simulatedAz } from './simulated-az'

let simulator: TestSimulator
let tenant: TenantClient
let directory: Directory
let folder: string
let file: string
const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
beforeAll(async () => {
  simulator = await startTestSimulator()
  folder = mkdtempSync(join(tmpdir(), 'sealwatch-setup-'))
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
})
afterAll(async () => {
  await simulator.stop()
  rmSync(folder, { recursive: true, force: true })
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before ?? ''
})
beforeEach(async () => {
  tenant = await simulator.control.createTenant({ scenario: 'empty' })
  directory = simulator.simulator.tenants.get(tenant.tenantId)!.directory
  file = join(folder, `${tenant.tenantId}.env`)
})

const clock = () => simulator.simulator.tenants.get(tenant.tenantId)!.world.clock
/** Waiting advances the clock of the fake Azure and nothing else. */
const time = () => ({
  now: () => clock().now(),
  wait: (milliseconds: number) => {
    clock().step(milliseconds)
    return Promise.resolve()
  },
})

const az = (who: string | null = null): Az =>
  azFrom((args) =>
    simulatedAz(args, {
      control: simulator.origins.browser,
      tenantId: tenant.tenantId,
      who,
      ca: simulator.certificate.certificate,
    }),
  )

/** Runs the program for registrations named Ours, which do not exist yet. */
async function setup(args: readonly string[], answers: string[] | null = null, who: string | null = null) {
  let text = ''
  const print = (part: string): void => void (text += part)
  const usual = ['--address', 'https://dashboard.example.com', '--name', 'Ours', '--environment', file]
  const ask =
    answers === null
      ? null
      : (question: string) => {
          text += question
          return Promise.resolve(answers.shift() ?? 'n')
        }
  // Everything created before is visible by now.
  clock().step(120_000)
  const code = await runSetup([...usual, ...args], { print, complain: print, az: az(who), ask, ...time() })
  return { code, text }
}

const named = (name: string): Registration[] =>
  [...directory.registrations.values()].filter(({ displayName }) => displayName === name)
const one = (name: string): Registration => named(name)[0]!
const changed = (name: string, parts: Partial<Registration>): void => {
  directory.registrations.set(one(name).id, { ...one(name), ...parts })
}
/** Changes that Graph executed, or refused for a reason other than an object that is not visible yet. */
async function mutations(): Promise<number> {
  const { entries } = await tenant.traffic({ route: 'graph' })
  return entries.filter(({ method, status }) => method !== 'GET' && ![400, 404].includes(status)).length
}
const credential = () => {
  const config = parseConfig(readEnvironmentFile(readFileSync(file, 'utf8')))
  if (!config.ok) throw new Error(JSON.stringify(config.failure))
  return checkServerCredential(config.value)
}

describe('setting up a new deployment', () => {
  it('registers both applications, writes a file that the server starts with, and a second run changes nothing', async () => {
    const first = await setup(['--yes', '--credential', 'secret'])
    expect([first.code, first.text]).toEqual([0, expect.stringContaining('Done.')])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await credential()).toEqual({ kind: 'accepted' })
    const { secretText } = one('Ours API').passwords[0]!
    expect(readFileSync(file, 'utf8')).toContain(secretText)
    expect(first.text).not.toContain(secretText)
    expect(first.text.match(/az rest --method (post|patch)/g)?.length).toBe(await mutations())
    expect(one('Ours')).toMatchObject({ spa: { redirectUris: ['https://dashboard.example.com/auth/redirect'] } })
    const written = await mutations()
    const second = await setup(['--yes', '--credential', 'secret'])
    expect([second.code, second.text]).toEqual([0, expect.stringContaining('Everything is in order')])
    expect(await mutations()).toBe(written)
  })

  it('shows a plan without changing anything', async () => {
    const { code, text } = await setup(['--dry-run', '--credential', 'secret'])
    expect([code, await mutations(), existsSync(file)]).toEqual([0, 0, false])
    expect(text).toContain('api://<client id of the API>')
    expect(text).toContain('Nothing was changed.')
    for (const step of [
      '/applications',
      '/servicePrincipals',
      '/oauth2PermissionGrants',
      '/addPassword',
      'SEALWATCH_TENANT',
    ])
      expect(text).toContain(step)
  })

  it("runs no command without the user's agreement", async () => {
    const declined = await setup(['--credential', 'secret'], [])
    expect([declined.code, await mutations(), existsSync(file)]).toEqual([1, 0, false])
    const once = await setup(['--credential', 'secret'], ['y'])
    expect([once.code, await mutations(), named('Ours API').length]).toEqual([1, 1, 1])
    const rest = await setup(['--credential', 'secret', '--language', 'ja'], ['はい', 'すべて'])
    expect([rest.code, named('Ours API').length]).toEqual([0, 1])
  })

  it('asks for missing arguments', async () => {
    const wanted = { print: () => undefined, complain: () => undefined, az: az(), ...time() }
    const answers = ['https://asked.example.com', 'secret', 'a']
    const ask = () => Promise.resolve(answers.shift() ?? 'n')
    expect(await runSetup(['--name', 'Ours', '--environment', file], { ...wanted, ask })).toBe(0)
    expect(one('Ours').spa.redirectUris).toEqual(['https://asked.example.com/auth/redirect'])
  })
})

describe('existing registrations', () => {
  const faults: readonly (readonly [string, () => void])[] = [
    ['old tokens', () => changed('Ours API', { api: { ...one('Ours API').api, requestedAccessTokenVersion: 1 } })],
    ['an address for a web server', () => changed('Ours', { web: one('Ours').spa, spa: { redirectUris: [] } })],
    ['no address', () => changed('Ours', { spa: { redirectUris: ['https://other.example.com/auth/redirect'] } })],
    [
      'a disabled scope',
      () => {
        const { api } = one('Ours API')
        const oauth2PermissionScopes = api.oauth2PermissionScopes.map((scope) => ({ ...scope, isEnabled: false }))
        changed('Ours API', { api: { ...api, oauth2PermissionScopes } })
      },
    ],
    ['no identifier', () => changed('Ours API', { identifierUris: [] })],
    ['no permission for ARM', () => changed('Ours API', { requiredResourceAccess: [] })],
    ['a page that asks for nothing', () => changed('Ours', { requiredResourceAccess: [] })],
    ['no consent', () => directory.grants.clear()],
    [
      'a page that the API does not trust',
      () => changed('Ours API', { api: { ...one('Ours API').api, preAuthorizedApplications: [] } }),
    ],
  ]

  it('are repaired by one command for each fault, and nothing else changes', async () => {
    await setup(['--yes', '--credential', 'secret'])
    const whole = JSON.stringify([one('Ours'), one('Ours API')])
    for (const [what, plant] of faults) {
      plant()
      const start = await mutations()
      const { code } = await setup(['--yes', '--credential', 'secret'])
      expect([what, code, (await mutations()) - start]).toEqual([what, 0, 1])
    }
    const { web, spa } = one('Ours')
    expect([web.redirectUris, spa.redirectUris.length]).toEqual([[], 2])
    changed('Ours', { spa: { redirectUris: spa.redirectUris.slice(1) } })
    expect(JSON.stringify([one('Ours'), one('Ours API')]).length).toBe(whole.length)
  })

  it('in the file are kept, except proofs that would contradict the new one', async () => {
    writeFileSync(file, '# ours\nSEALWATCH_LOG_LEVEL=debug\nSEALWATCH_API_FEDERATED_TOKEN_FILE=/var/token\n')
    const { text } = await setup(['--yes', '--credential', 'secret'])
    const written = readFileSync(file, 'utf8')
    expect(written.startsWith('# ours\nSEALWATCH_LOG_LEVEL=debug\nSEALWATCH_TENANT=')).toBe(true)
    expect(written).not.toContain('FEDERATED')
    expect(text).toContain('- SEALWATCH_API_FEDERATED_TOKEN_FILE=/var/token')
    expect(text).toContain('+ SEALWATCH_API_CLIENT_SECRET=********')
    writeFileSync(file, written.replace(/SECRET=.*/, 'SECRET=lost'))
    const again = await setup(['--yes', '--credential', 'secret'])
    expect([again.code, await credential()]).toEqual([0, { kind: 'accepted' }])
  })

  it('with the same name are left to the operator', async () => {
    await setup(['--yes', '--credential', 'secret'])
    directory.registrations.set('twin', {
      ...one('Ours API'),
      id: 'twin',
      appId: '00000000-0000-4000-8000-000000000009',
    })
    expect((await setup(['--yes', '--credential', 'keep'])).code).toBe(0)
    rmSync(file)
    expect(await setup(['--yes'])).toMatchObject({ code: 2, text: expect.stringContaining('several registrations') })
  })
})

describe('other proofs', () => {
  it('get a certificate; its key is sent nowhere', async () => {
    const made = await generate([{ name: 'commonName', value: 'sealwatch' }], { algorithm: 'sha256' })
    const pem = join(folder, 'api.pem')
    writeFileSync(pem, `${made.cert}\n${made.private}`)
    const first = await setup(['--yes', '--credential', 'certificate', '--certificate', pem])
    expect([first.code, await credential()]).toEqual([0, { kind: 'accepted' }])
    expect(first.text).not.toContain(made.private.split('\n')[1])
    const other = await generate([{ name: 'commonName', value: 'next' }], { algorithm: 'sha256' })
    const next = join(folder, 'next.pem')
    writeFileSync(next, `${other.cert}\n${other.private}`)
    expect((await setup(['--yes', '--credential', 'certificate', '--certificate', next])).code).toBe(0)
    expect([one('Ours API').keyCredentials.length, await credential()]).toEqual([2, { kind: 'accepted' }])
    expect((await setup(['--yes', '--credential', 'certificate', '--certificate', pem])).code).toBe(0)
    expect(await credential()).toEqual({ kind: 'accepted' })
    const start = await mutations()
    expect((await setup(['--yes', '--credential', 'certificate', '--certificate', pem])).code).toBe(0)
    expect(await mutations()).toBe(start)
    expect((await setup(['--yes', '--credential', 'certificate', '--certificate', file])).code).toBe(2)
  })

  it('trust a workload and a managed identity, once', async () => {
    const workload = [
      '--issuer',
      'https://oidc.example.com',
      '--subject',
      'system:serviceaccount:a:b',
      '--token-file',
      '/var/token',
    ]
    expect((await setup(['--yes', '--credential', 'federated', ...workload])).code).toBe(0)
    expect((await setup(['--yes', '--credential', 'federated'])).code).toBe(2)
    const identity = '00000000-0000-4000-8000-00000000001d'
    directory.principals.set('mi', { id: 'mi', appId: identity, displayName: 'identity', oauth2PermissionScopes: [] })
    const managed = ['--yes', '--credential', 'managed-identity', '--identity', identity]
    expect((await setup(managed)).code).toBe(0)
    expect((await setup(managed)).text).toContain('Everything is in order')
    expect(one('Ours API').federated).toMatchObject([
      { issuer: 'https://oidc.example.com', audiences: ['api://AzureADTokenExchange'] },
      { issuer: `${simulator.origins.server}/${tenant.tenantId}/v2.0`, subject: 'mi' },
    ])
    expect(readFileSync(file, 'utf8')).toContain(`SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID=${identity}`)
    expect(readFileSync(file, 'utf8')).not.toContain('FEDERATED_TOKEN_FILE')
  })
})

describe('obstacles', () => {
  it('leave missing consent to an administrator, and say where to grant it', async () => {
    const { code, text } = await setup(['--yes', '--credential', 'secret'], null, 'Chiara Rossi')
    expect([code, await credential()]).toEqual([1, { kind: 'accepted' }])
    expect(text).toContain(`/adminconsent?client_id=${one('Ours API').appId}`)
    expect((await setup(['--yes', '--credential', 'secret'])).code).toBe(0)
  })

  it('end the run: no permission, no agreement, azure-cli missing, signed out or in another cloud', async () => {
    expect((await setup(['--yes'], null, 'Ben Ortiz')).code).toBe(1)
    expect((await setup([])).code).toBe(2)
    expect((await setup(['--yes', '--cloud', 'china'])).code).toBe(2)
    expect(await mutations()).toBe(2)
    const without = (run: { stderr: string; missing?: boolean }) => {
      const around = { print: () => undefined, complain: () => undefined, ask: null, ...time() }
      return runSetup(['--yes'], { ...around, az: azFrom(() => Promise.resolve({ code: 1, stdout: '', ...run })) })
    }
    expect(await without({ stderr: '', missing: true })).toBe(2)
    expect(await without({ stderr: "ERROR: Please run 'az login' to setup account." })).toBe(2)
  })

  it('include a wrong command line', async () => {
    const wrong = [
      ['--months', '0'],
      ['--credential', 'password'],
      ['--address', 'http://dashboard.example.com'],
      ['--what'],
    ]
    for (const args of wrong) expect([args, (await setup(args)).code]).toEqual([args, 2])
    expect((await setup(['--help'])).text).toContain('Usage')
  })
})

it('sets up a deployment with the real azure-cli', async (context) => {
  if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
  const real = await azureCli(simulator)
  await real.signIn(tenant)
  let text = ''
  const print = (part: string): void => void (text += part)
  const around = { print, complain: print, ask: null, ...time(), az: azFrom((args) => real.run(...args)) }
  const args = ['--address', 'https://dashboard.example.com', '--name', 'Ours', '--environment', file, '--yes']
  const code = await runSetup([...args, '--credential', 'secret'], around)
  await real.remove()
  expect([code, text]).toEqual([0, expect.stringContaining('Done.')])
  expect(await credential()).toEqual({ kind: 'accepted' })
  expect(text).not.toContain(one('Ours API').passwords[0]!.secretText)
})
