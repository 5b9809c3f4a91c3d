import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { azFrom } from '@/lib/cli/azure/az'
import { runSetup } from '@/lib/cli/setup/program'
import type { TenantClient } from '../simulator/control/client'
import { startTestSimulator, type TestSimulator } from '../simulator/server/testing/harness'
import { simulatedAz } from './simulated-az'

let simulator: TestSimulator
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-answers-'))
const file = join(folder, 'sealwatch.env')
beforeAll(async () => {
  simulator = await startTestSimulator()
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  tenant = await simulator.control.createTenant({ scenario: 'empty' })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await simulator.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the program; after these answers the input ends. */
async function setup(args: readonly string[], answers: string[]) {
  let text = ''
  const print = (part: string): void => void (text += part)
  const { browser: control } = simulator.origins
  const ca = simulator.certificate.certificate
  const az = azFrom((each) => simulatedAz(each, { control, tenantId: tenant.tenantId, who: null, ca }))
  const code = await runSetup(['--name', 'Ours', '--environment', file, ...args], {
    print,
    complain: print,
    az,
    ask: () => Promise.resolve(answers.shift() ?? null),
    now: () => Date.now(),
    wait: () => Promise.resolve(),
  })
  const { entries } = await tenant.traffic({ route: 'graph' })
  const changes = entries.filter(({ method }) => method !== 'GET').length
  return { code, text, left: answers.length, changes }
}
const nothing = { left: 0, changes: 0 }

it('asks for consent again where an answer is not understood, names it, and never takes it as consent', async () => {
  const unclear = ['maybe', '', 'yy', 'はいはい']
  const address = ['--address', 'https://dashboard.example.com', '--credential', 'secret']
  // The end of the input is no consent either.
  const { text, ...rest } = await setup(address, [...unclear])
  expect(rest).toEqual({ code: 1, ...nothing })
  for (const answer of unclear) expect(text).toContain(`"${answer}" is not one of y, n, a.`)
  expect(existsSync(file)).toBe(false)
})

it('asks for an address and a credential again, in either language, and names what was wrong', async () => {
  const answers = ['dashboard.example.com', 'http://far.example', 'https://asked.example.com', 'password', 'SECRET']
  const { text, ...rest } = await setup([], [...answers])
  expect(rest).toEqual({ code: 1, ...nothing })
  for (const wrong of answers.slice(0, 2)) expect(text).toContain(`"${wrong}" is no https address`)
  expect(text).toContain('"password" is not one of secret, certificate, federated, managed-identity, keep.')
  const japanese = await setup(['--language', 'ja'], ['dashboard.example.com'])
  expect([japanese.code, japanese.changes]).toEqual([2, 0])
  expect(japanese.text).toContain('「dashboard.example.com」は https のアドレスではありません')
})
