import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET as healthz } from '@/app/healthz/route'
import { GET as readyz } from '@/app/readyz/route'
import { readySchema } from '@/lib/contract/health'
import { closeHistory } from '@/lib/usecases/history/handle'
import { demoTenantId } from '../simulator/names'
import { startStack, type Stack } from './support'

let stack: Stack
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-health-'))

beforeAll(async () => {
  // A file with the name of the history's folder.
  writeFileSync(join(folder, 'taken'), '')
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: join(folder, 'taken') })
  stack = await startStack()
  await stack.tenant({ tenantId: demoTenantId, scenario: 'empty' })
})
afterAll(async () => {
  await closeHistory()
  rmSync(folder, { recursive: true, force: true })
})

it('a server without its history is ready, and names what is missing without revealing its configuration', async () => {
  const response = await readyz()
  const text = await response.text()
  expect(response.status).toBe(200)
  expect(readySchema.parse(JSON.parse(text))).toEqual({
    ready: true,
    checks: [
      { check: 'configuration', standing: 'ok', reason: null },
      { check: 'history', standing: 'degraded', reason: 'unreachable' },
      { check: 'directory', standing: 'ok', reason: null },
    ],
  })
  for (const secret of [folder, stack.server, 'localhost']) expect(text).not.toContain(secret)
})

it('an outage of the directory stops no server, and the liveness check sends no request', async () => {
  await stack.stop()
  const now = performance.now
  performance.now = () => now.call(performance) + 31_000
  const response = await readyz()
  performance.now = now
  expect(response.status).toBe(200)
  expect(readySchema.parse(await response.json()).checks).toContainEqual({
    check: 'directory',
    standing: 'degraded',
    reason: 'entra-down',
  })
  expect(healthz().status).toBe(200)
})
