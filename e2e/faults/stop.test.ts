import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { GET as getVm } from '@/app/api/v1/vms/[subscription]/[group]/[name]/route'
import { GET as readyz } from '@/app/readyz/route'
import { historyConfig } from '@/lib/config/history-config'
import { fleetEventSchema } from '@/lib/contract/fleet'
import { inFlightRequests } from '@/lib/http/in-flight'
import { stopServer } from '@/lib/http/stop'
import { openStore } from '@/lib/store/store'
import type { TenantClient } from '../simulator/control/client'
import { ask, paramsOf, type Stack, startStack } from './support'

let stack: Stack
let answerReadings = (): void => undefined
let tenant: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-stop-'))
const admin = 'Aiko Tanaka'

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  const answered = new Promise<void>((resolve) => (answerReadings = resolve))
  stack = await startStack(() => answered)
  tenant = await stack.tenant({ scenario: 'mixed', seed: 7 })
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Reads a stream until a line of this type; the reader continues with the rest. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, type: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  while (!text.includes(`"type":"${type}"`)) {
    const piece = await reader.read()
    if (piece.done) throw new Error('the stream ended early')
    text += decoder.decode(piece.value, { stream: true })
  }
  return text
}

async function observationsKept(): Promise<number> {
  const store = await openStore(historyConfig())
  if (!store.ok) throw new Error(store.failure.kind)
  const rows = await store.value.db.selectFrom('observations').selectAll().execute()
  await store.value.close()
  return rows.length
}

it('a shutdown ends streams that another server resumes, answers other requests, and stores readings', async () => {
  const [row] = await tenant.vms()
  // Readings are in flight at the start of the shutdown, and are answered after the server has ended the stream.
  await tenant.addFault({ kind: 'delay', routes: ['vm-get'] })
  const fleet = await ask(getFleet, tenant, admin, { query: '?load=11111111-1111-4111-8111-111111111111' })
  const reader = fleet.body!.getReader()
  const begun = await readUntil(reader, 'rows')
  const vm = ask(getVm, tenant, admin, { params: paramsOf(row?.id ?? '') })
  await vi.waitUntil(() => inFlightRequests() === 2, 60_000)
  const codes: number[] = []
  const stopped = stopServer({ drainMs: 200, longestMs: 20_000, exit: (code) => codes.push(code) })
  const ready = await readyz()
  expect(ready.status).toBe(503)
  expect(await ready.json()).toEqual({
    ready: false,
    checks: [{ check: 'process', standing: 'failed', reason: 'stopping' }],
  })
  // The server starts no new long request; a retry reaches another server.
  const refused = await ask(getFleet, tenant, admin)
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await refused.json()).toMatchObject({ code: 'stopping' })
  // The stream ends after a whole line, and does not report completion or failure.
  let rest = ''
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    rest += new TextDecoder().decode(piece.value)
  answerReadings()
  const lines = `${begun}${rest}`.split('\n')
  expect(lines.pop()).toBe('')
  const types = lines.map((line) => fleetEventSchema.parse(JSON.parse(line)).type)
  expect(types[0]).toBe('start')
  expect(types).not.toContain('end')
  expect(types).not.toContain('failure')
  expect((await vm).status).toBe(200)
  await stopped
  expect(codes).toEqual([0])
  expect(inFlightRequests()).toBe(0)
  expect(await observationsKept()).toBeGreaterThan(0)
})
