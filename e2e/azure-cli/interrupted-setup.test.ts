import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { azFrom, type Az } from '@/lib/cli/azure/az'
import { runSetup } from '@/lib/cli/setup/program'
import { parseConfig } from '@/lib/config/parse'
import { readEnvironmentFile } from '@/lib/setup/env-file'
import { checkServerCredential } from '@/lib/usecases/setup-credential'
import type { TenantClient } from '../simulator/control/client'
import { startTestSimulator, type TestSimulator } from '../simulator/server/testing/harness'
import type { Tenant } from '../simulator/server/state'
import { simulatedAz } from './simulated-az'

let simulator: TestSimulator
let client: TenantClient
let tenant: Tenant
let folder: string
let file: string
let seeded: number
const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
beforeAll(async () => {
  simulator = await startTestSimulator()
  folder = mkdtempSync(join(tmpdir(), 'sealwatch-interrupted-'))
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
})
afterAll(async () => {
  await simulator.stop()
  rmSync(folder, { recursive: true, force: true })
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before ?? ''
})
/** A new tenant, of which Graph shows everything so late. */
async function begin(directoryLagMs: number): Promise<void> {
  client = await simulator.control.createTenant({ scenario: 'empty' })
  await client.clock({ freeze: true })
  await client.settings({ directoryLagMs })
  tenant = simulator.simulator.tenants.get(client.tenantId)!
  file = join(folder, `${client.tenantId}.env`)
  seeded = tenant.directory.registrations.size
}
beforeEach(() => begin(60_000))

const az: Az = azFrom((args) =>
  simulatedAz(args, {
    control: simulator.origins.browser,
    tenantId: client.tenantId,
    who: null,
    ca: simulator.certificate.certificate,
  }),
)
const isChange = (args: readonly string[]): boolean => ['post', 'patch'].includes(args[2] ?? '')

/** A run of the program; only waiting moves the clock. */
async function setup(through: Az = az, args: readonly string[] = []) {
  let text = ''
  const print = (part: string): void => void (text += part)
  const usual = ['--address', 'https://dashboard.example.com', '--name', 'Ours', '--environment', file, '--yes']
  const { clock } = tenant.world
  const start = clock.now()
  const code = await runSetup([...usual, '--credential', 'secret', ...args], {
    print,
    complain: print,
    az: through,
    ask: null,
    now: () => clock.now(),
    wait: (milliseconds) => {
      clock.step(milliseconds)
      return Promise.resolve()
    },
  })
  return { code, text, waited: clock.now() - start }
}

/**
 * A run that is killed at its n-th change: before it is sent, or once Graph has done it and no answer has come. What would
 * come after never happens, no clean-up either. False where the run ends before.
 */
async function killedAt(change: number, moment: 'before' | 'after'): Promise<boolean> {
  const seen = new Set<string>()
  let kill: (killed: true) => void = () => undefined
  const killed = new Promise<true>((resolve) => (kill = resolve))
  const through: Az = async (args) => {
    if (!isChange(args) || seen.add(JSON.stringify(args)).size < change) return az(args)
    const answer = moment === 'after' ? await az(args) : null
    // Refused since the object is late: tried again, and killed once it is done.
    if (answer?.ok === false) return answer
    kill(true)
    return new Promise(() => undefined)
  }
  return Promise.race([killed, setup(through).then(() => false)])
}

async function changes(): Promise<number> {
  const { entries } = await client.traffic({ route: 'graph' })
  return entries.filter(({ method, status }) => method !== 'GET' && status < 300).length
}
const named = (name: string) => [...tenant.directory.registrations.values()].filter((each) => each.displayName === name)

/** One API, one page, each present once, one grant, and a file with which the server gets in. */
async function expectWhole(): Promise<void> {
  expect([named('Ours').length, named('Ours API').length]).toEqual([1, 1])
  expect(tenant.directory.registrations.size).toBe(seeded + 2)
  for (const { appId } of [...named('Ours'), ...named('Ours API')])
    expect([...tenant.directory.principals.values()].filter((each) => each.appId === appId)).toHaveLength(1)
  const variables = readEnvironmentFile(readFileSync(file, 'utf8'))
  expect(variables).toMatchObject({
    SEALWATCH_TENANT: client.tenantId,
    SEALWATCH_API_CLIENT_ID: named('Ours API')[0]!.appId,
    SEALWATCH_SPA_CLIENT_ID: named('Ours')[0]!.appId,
  })
  const config = parseConfig(variables)
  if (!config.ok) throw new Error(JSON.stringify(config.failure))
  expect(await checkServerCredential(config.value)).toEqual({ kind: 'accepted' })
  expect(existsSync(`${file}.setup`)).toBe(false)
}

describe('a directory that shows everything late', () => {
  it.each([1000, 60_000, 118_000])('by %i ms is waited for, and it is said', async (lag) => {
    await begin(lag)
    const { code, text } = await setup()
    expect([code, text]).toEqual([0, expect.stringContaining('the directory does not show it yet')])
    await expectWhole()
    expect(text.match(/az rest --method (post|patch)/g)?.length).toBe(await changes())
  })

  it('is given up after two minutes for each step; the next run makes no second registration', async () => {
    await begin(3_000_000)
    const first = await setup()
    expect([first.code, named('Ours').length, named('Ours API').length]).toEqual([1, 1, 1])
    expect(first.text).toContain('Not done')
    tenant.world.clock.step(3_000_000)
    await client.settings({ directoryLagMs: 2000 })
    expect((await setup()).code).toBe(0)
    await expectWhole()
  })

  it('is waited for at the next run too: what the file names is never made again', async () => {
    expect((await setup()).code).toBe(0)
    const second = await setup()
    expect(second.code).toBe(0)
    await expectWhole()
  })

  it('does not hide for ever that a registration is gone', async () => {
    expect((await setup()).code).toBe(0)
    tenant.world.clock.step(60_000)
    for (const { id } of named('Ours API')) tenant.directory.registrations.delete(id)
    const again = await setup()
    expect(again.waited).toBeGreaterThanOrEqual(120_000)
    expect(again.code).toBe(0)
    await expectWhole()
  })

  it('holds nothing up where a refusal has another reason', async () => {
    await begin(0)
    const refused = await setup(async (args) =>
      isChange(args) ? { ok: false, failure: { code: 'az-failed', detail: 'Bad Request', status: 400 } } : az(args),
    )
    expect([refused.code, refused.waited]).toEqual([1, 0])
  })
})

describe('a run that was killed', () => {
  it('at any step, before or after Graph did it, is finished by the next one', async () => {
    const steps: number[] = []
    for (const moment of ['before', 'after'] as const) {
      let step = 1
      for (; ; step += 1) {
        await begin(20_000)
        if (!(await killedAt(step, moment))) break
        const second = await setup()
        expect([moment, step, second.code, second.text]).toEqual([moment, step, 0, expect.any(String)])
        await expectWhole()
        tenant.world.clock.step(20_000)
        const made = await changes()
        const third = await setup()
        expect([moment, step, third.code, third.text]).toEqual([moment, step, 0, expect.stringContaining('in order')])
        expect(await changes()).toBe(made)
      }
      steps.push(step - 1)
    }
    // Two registrations, two principals, identifier, consent, trust, permission and the secret.
    expect(steps).toEqual([9, 9])
  })

  it('after the file was written, leaves nothing to do', async () => {
    await setup()
    const mark = 'sealwatch-setup:api:Ours'
    writeFileSync(`${file}.setup`, JSON.stringify({ tenantId: client.tenantId, begun: [mark] }))
    tenant.world.clock.step(60_000)
    const made = await changes()
    expect((await setup()).text).toContain('Everything is in order')
    expect(await changes()).toBe(made)
    await expectWhole()
  })

  it('several times over, is finished all the same', async () => {
    for (const [step, moment] of [
      [1, 'after'],
      [1, 'after'],
      [1, 'before'],
      [2, 'after'],
      [3, 'after'],
    ] as const)
      expect(await killedAt(step, moment)).toBe(true)
    expect((await setup()).code).toBe(0)
    await expectWhole()
  })

  it('is told from another deployment of the tenant, whose registration was renamed to the same', async () => {
    expect((await setup(az, ['--name', 'Theirs', '--environment', `${file}.theirs`])).code).toBe(0)
    for (const theirs of named('Theirs API'))
      tenant.directory.registrations.set(theirs.id, { ...theirs, displayName: 'Ours API' })
    tenant.world.clock.step(120_000)
    expect((await setup()).code).toBe(0)
    const [theirs, ours] = named('Ours API').map(({ tags }) => tags)
    expect([theirs, ours]).toEqual([['sealwatch-setup:api:Theirs'], ['sealwatch-setup:api:Ours']])
  })
})
