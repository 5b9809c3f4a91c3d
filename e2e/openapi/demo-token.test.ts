import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStack, type Stack } from '../faults/support'
import type { TenantClient } from '../simulator/control/client'
import { listen, type Listening } from './testing/listen'

const top = join(import.meta.dirname, '../..')
let stack: Stack
let tenant: TenantClient
let server: Listening
beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 3, bucketScale: 1000 })
  server = await listen()
})
afterAll(async () => {
  await server.close()
  await stack.stop()
})

/** The command of docs/api.md, for the simulator of this test. */
function token(args: readonly string[]) {
  const child = spawn(process.execPath, ['tooling/launch/run.mjs', 'simulator', ...args], { cwd: top })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  return new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, out: said.out.trim(), err: said.err })),
  )
}

describe('a token for trying the API on the demo', () => {
  it('comes from one documented command, and reads the fleet with that person’s rights', async () => {
    const documented = readFileSync(join(top, 'docs/api.md'), 'utf8')
    expect(documented).toContain('TOKEN=$(npm run -s simulator -- --token "Aiko Tanaka")')
    const { port } = new URL(tenant.webhookAddress('x'))
    const asked = await token(['--token', 'Aiko Tanaka', '--tenant', tenant.tenantId, '--http-port', port])
    expect([asked.code, asked.out]).toEqual([0, expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)])
    const answer = await fetch(`${server.origin}/api/v1/fleet`, { headers: { authorization: `Bearer ${asked.out}` } })
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('"type":"rows"')])
  })

  it('is refused in words for a person who does not exist, and where nothing runs', async () => {
    const { port } = new URL(tenant.webhookAddress('x'))
    const unknown = await token(['--token', 'Unknown Person', '--tenant', tenant.tenantId, '--http-port', port])
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('no such person')])
    const nothing = await token(['--token', 'Aiko Tanaka', '--http-port', '1'])
    expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('npm run demo')])
  })
})
