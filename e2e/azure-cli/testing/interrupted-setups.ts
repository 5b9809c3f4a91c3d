import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { azFrom, type Az } from '@/lib/cli/azure/az'
import { runSetup } from '@/lib/cli/setup/program'
import { parseConfig } from '@/lib/config/parse'
import { readEnvironmentFile } from '@/lib/setup/env-file'
import { checkServerCredential } from '@/lib/usecases/setup-credential'
import type { TenantClient } from '../../simulator/control/client'
import { startTestSimulator, type TestSimulator } from '../../simulator/server/testing/harness'
import type { Tenant } from '../../simulator/server/state'
import { simulatedAz } from '../simulated-az'

/** Runs of `setup:azure` against a tenant that shows every change late, and killed runs. Registers its own hooks. */
export function useInterruptedSetups() {
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
  /** Creates a tenant whose Graph shows every change with this delay. */
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

  /**
   * Runs the program; only its waits advance the clock.
   * @param answers what the operator types, `n` after the last; null agrees to everything
   */
  async function setup(through: Az = az, args: readonly string[] = [], answers: readonly string[] | null = null) {
    let text = ''
    const print = (part: string): void => void (text += part)
    const left = [...(answers ?? [])]
    const agree = answers === null ? ['--yes'] : []
    const usual = ['--address', 'https://dashboard.example.com', '--name', 'Ours', '--environment', file, ...agree]
    const { clock } = tenant.world
    const start = clock.now()
    const code = await runSetup([...usual, '--credential', 'secret', ...args], {
      print,
      complain: print,
      az: through,
      ask: answers === null ? null : () => Promise.resolve(left.shift() ?? 'n'),
      now: () => clock.now(),
      wait: (milliseconds) => {
        clock.step(milliseconds)
        return Promise.resolve()
      },
    })
    return { code, text, waited: clock.now() - start }
  }

  /**
   * Kills a run at its n-th change: before the request is sent, or after Graph has executed it and before the answer
   * arrives. Nothing after that runs, not even clean-up. False when the run ends earlier.
   */
  async function killedAt(change: number, moment: 'before' | 'after', args: readonly string[] = []): Promise<boolean> {
    const seen = new Set<string>()
    let kill: (killed: true) => void = () => undefined
    const killed = new Promise<true>((resolve) => (kill = resolve))
    const through: Az = async (args) => {
      if (!isChange(args) || seen.add(JSON.stringify(args)).size < change) return az(args)
      const answer = moment === 'after' ? await az(args) : null
      // Refused because the object is not visible yet: the run retries, and is killed once it succeeds.
      if (answer?.ok === false) return answer
      kill(true)
      return new Promise(() => undefined)
    }
    return Promise.race([killed, setup(through, args).then(() => false)])
  }

  /** Kills a run at its first request after the secret was created: the environment file is written by then. */
  async function killedWhileItWaits(): Promise<boolean> {
    let made = false
    let kill: (killed: true) => void = () => undefined
    const killed = new Promise<true>((resolve) => (kill = resolve))
    const through: Az = async (args) => {
      if (made) {
        kill(true)
        return new Promise(() => undefined)
      }
      const answer = await az(args)
      made = args.some((each) => each.includes('/addPassword')) && answer.ok
      return answer
    }
    return Promise.race([killed, setup(through).then(() => false)])
  }
  const secrets = () => named('Ours API')[0]!.passwords

  async function changes(): Promise<number> {
    const { entries } = await client.traffic({ route: 'graph' })
    return entries.filter(({ method, status }) => method !== 'GET' && status < 300).length
  }
  const named = (name: string) =>
    [...tenant.directory.registrations.values()].filter((each) => each.displayName === name)

  /** Checks for one API, one page, each part present once, one grant, and a file that lets the server authenticate. */
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
    const { passwords } = named('Ours API')[0]!
    expect(passwords.map(({ secretText }) => secretText)).toEqual([variables['SEALWATCH_API_CLIENT_SECRET']])
    expect(existsSync(`${file}.setup`)).toBe(false)
  }
  return {
    begin,
    az,
    setup,
    killedAt,
    killedWhileItWaits,
    changes,
    named,
    secrets,
    expectWhole,
    isChange,
    client: () => client,
    tenant: () => tenant,
    file: () => file,
    into: (path: string): void => void (file = path),
  }
}
