import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type * as Configuration from '@/lib/config/config'
import { ConfigurationError } from '@/lib/config/problems'
import type * as SnapshotConfiguration from '@/lib/config/snapshot-config'
import { errorCodes, type ErrorCode } from '@/lib/contract/errors'
import { errorsOf } from '@/lib/openapi/document'
import { operationList, operations, type OperationId } from '@/lib/openapi/operations'
import { closeHistory } from '@/lib/usecases/history/handle'
import type * as Stopping from '@/lib/usecases/shutdown'
import { VirtualTime } from '../faults/testing/virtual-time'
import { goodAsks, prepare, vmParts, type Names } from './testing/asks'
import { Stage } from './testing/stage'
import { triggers, type Insides } from './testing/triggers'

const switches = vi.hoisted(() => ({ snapshots: true, configured: true, stopping: false }))

// Unexpected errors are logged with their stack; here they are expected, dozens of times.
vi.mock('@/lib/telemetry/log', async (original) => ({ ...(await original()), log: () => undefined }))
vi.mock('@/lib/config/snapshot-config', async (original) => {
  const real = await original<typeof SnapshotConfiguration>()
  return { ...real, snapshotConfig: () => ({ ...real.snapshotConfig(), enabled: switches.snapshots }) }
})
vi.mock('@/lib/usecases/shutdown', async (original) => ({
  ...(await original<typeof Stopping>()),
  isShuttingDown: () => switches.stopping,
}))
vi.mock('@/lib/config/config', async (original) => {
  const real = await original<typeof Configuration>()
  const serverConfig = () => {
    if (!switches.configured) throw new real.ConfigurationError([])
    return real.serverConfig()
  }
  return { ...real, serverConfig }
})

const time = new VirtualTime()
const insides: Insides = {
  scheduler: () => time.scheduler(),
  misconfigured: new ConfigurationError([]),
}

let stage: Stage
let names: Names
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-openapi-'))

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder, SEALWATCH_SNAPSHOTS: 'on' })
  process.env['SEALWATCH_PROXIES'] = '10.0.0.1'
  stage = await Stage.begin(time.hold)
  names = await prepare(stage)
})
afterEach(async () => {
  Object.assign(switches, { snapshots: true, configured: true, stopping: false })
  await stage.calm()
})
afterAll(async () => {
  await closeHistory()
  await stage.stack.stop()
  time.end()
  rmSync(folder, { recursive: true, force: true })
})

const ids = operationList.map(([id]) => id)
/** These end what other requests need, so they come last. */
const ending: readonly OperationId[] = ['endWatch', 'endWave', 'revokeSnapshot', 'endSession']

describe('errors', () => {
  const cases = operationList.flatMap(([id, operation]) =>
    errorsOf(operation).map((code): [OperationId, ErrorCode] => [id, code]),
  )

  it.each(cases)('%s answers %s as documented', async (id, code) => {
    const good = goodAsks(names)[id]
    await triggers[code]?.({ stage, id, good, names, switches, insides })
    expect([...stage.seen].filter((key) => key.startsWith(`${id} `) && key.endsWith(` ${code}`))).toHaveLength(1)
  })

  it('can all be triggered', () => {
    const promised = new Set(operationList.flatMap(([, operation]) => errorsOf(operation)))
    expect(errorCodes.filter((code) => (triggers[code] !== null) !== promised.has(code))).toEqual([])
  })
})

describe('answers', () => {
  it.each([...ids.filter((id) => !ending.includes(id)), ...ending])('%s is as documented', async (id) => {
    const { status } = await stage.ask(id, goodAsks(names)[id])
    expect(status).toBe(operations[id].answers[0].status)
  })

  it('of every kind of VM are as documented', async () => {
    const vms = (await stage.tenant.vms()).filter((_vm, index) => index % 8 === 0)
    const answers = await Promise.all(vms.map(({ id }) => stage.ask('readVm', { params: vmParts(id) })))
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  })

  it('of a misconfigured server say so', async () => {
    switches.configured = false
    expect((await stage.ask('isReady', { token: null })).status).toBe(503)
  })

  it('with the document can be cached and revalidated', async () => {
    const handler = stage.handlerOf('readApiDescription')
    const ask = (headers: Record<string, string>) =>
      handler(new Request('http://localhost/api/v1/openapi.json', { headers }), { params: Promise.resolve({}) })
    const first = await ask({})
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, max-age=300')
    expect(await (await ask({})).text()).toBe(await first.text())
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
    expect((await stage.judge('readApiDescription', await ask({ 'if-none-match': `"x", W/${tag}` }))).status).toBe(304)
  })
})

it('no answer and no code of the document is untested', () => {
  expect(stage.promised().filter((answer) => !stage.seen.has(answer))).toEqual([])
})
