import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freePort } from '@/lib/shared/testing/free-port'
import { instruments, type InstrumentName } from './instruments'
import { count, level, levels, timed } from './measure'
import { endTelemetry, startTelemetry } from './start'

const hasPromtool = spawnSync('promtool', ['--version']).status === 0

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
}

/** `fetch` refuses to send another `Host`. */
function get(port: number, path = '/metrics', headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** The values of a metric in an answer, by its labels. */
function valuesOf(text: string, name: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line.startsWith(name) && /^[{ ]/.test(line.slice(name.length)))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(name.length, at), Number(line.slice(at + 1))]
    }),
  )
}

let port = 0
beforeEach(async () => {
  port = await freePort()
  vi.stubEnv('OTEL_METRICS_EXPORTER', 'prometheus')
  vi.stubEnv('OTEL_EXPORTER_PROMETHEUS_PORT', String(port))
})
afterEach(async () => {
  await endTelemetry(10_000)
  vi.unstubAllEnvs()
})

describe('/metrics', () => {
  it('is off by default', async () => {
    vi.stubEnv('OTEL_METRICS_EXPORTER', '')
    await startTelemetry()
    expect(globalThis.sealwatchTelemetry).toBeUndefined()
    await expect(get(port)).rejects.toThrow('ECONNREFUSED')
  })

  it('has the names, units and types that Prometheus gives the same metrics sent by OTLP', async () => {
    await startTelemetry()
    count('sealwatch.verdicts', 2, { state: 'encrypted', reading: 'vm' })
    timed('sealwatch.request.duration', 1500, { endpoint: 'vm', status: 200 })
    level('sealwatch.store.size', 4096)
    const { status, headers, text } = await get(port)
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(text).toContain('# TYPE sealwatch_verdicts_total counter')
    expect(valuesOf(text, 'sealwatch_verdicts_total')).toEqual(new Map([['{state="encrypted",reading="vm"}', 2]]))
    expect(text).toContain('# TYPE sealwatch_request_duration_seconds histogram')
    expect(valuesOf(text, 'sealwatch_request_duration_seconds_sum')).toEqual(
      new Map([['{endpoint="vm",status="200"}', 1.5]]),
    )
    expect(text).toContain('# TYPE sealwatch_store_size_bytes gauge')
    expect(valuesOf(text, 'sealwatch_store_size_bytes')).toEqual(new Map([['', 4096]]))
    expect(text).toMatch(/target_info\{[^}]*service_instance_id="[\da-f-]{36}"[^}]*\} 1/)
  })

  it('exports no value that is no longer known', async () => {
    await startTelemetry()
    const fleet = (...values: number[]) =>
      levels(
        'sealwatch.collect.due',
        values.map((value, at) => ({ value, attributes: { at } })),
      )
    fleet(1, 2, 3)
    expect(valuesOf((await get(port)).text, 'sealwatch_collect_due').size).toBe(3)
    fleet(4)
    expect(valuesOf((await get(port)).text, 'sealwatch_collect_due')).toEqual(new Map([['{at="0"}', 4]]))
    fleet()
    expect((await get(port)).text).not.toContain('sealwatch_collect_due')
  })

  it('bounds the series of a metric, whatever callers send', async () => {
    await startTelemetry()
    for (let each = 0; each < 5000; each += 1) count('sealwatch.policy.violations', 1, { directive: `d${each}` })
    const values = valuesOf((await get(port)).text, 'sealwatch_policy_violations_total')
    expect(values.size).toBeLessThanOrEqual(2000)
    expect([...values.values()].reduce((sum, one) => sum + one, 0)).toBe(5000)
  })

  it('answers one path and two methods, and under names of this machine only', async () => {
    await startTelemetry()
    expect((await get(port, '/')).status).toBe(404)
    expect((await get(port, '/metrics', {}, 'POST')).status).toBe(405)
    expect(await get(port, '/metrics', {}, 'HEAD')).toMatchObject({ status: 200, text: '' })
    for (const host of ['attacker.example', `attacker.example:${port}`, '127.0.0.1.attacker.example', '[']) {
      const refused = await get(port, '/metrics', { host })
      expect([host, refused.status, refused.text]).toEqual([host, 403, ''])
    }
    expect((await get(port, '/metrics', { host: `localhost:${port}` })).status).toBe(200)
  })

  it('asks for the token, in every detail', async () => {
    const token = 'a-token-of-32-characters-or-more'
    vi.stubEnv('SEALWATCH_METRICS_TOKEN', token)
    await startTelemetry()
    for (const authorization of [
      '',
      token,
      `Bearer ${token}x`,
      `Bearer ${token.slice(1)}`,
      `bearer ${token}`,
      'Bearer ',
    ]) {
      const refused = await get(port, '/metrics', { authorization })
      expect([refused.status, refused.headers['www-authenticate'], refused.text]).toEqual([401, 'Bearer', ''])
    }
    expect((await get(port, '/metrics', { authorization: `Bearer ${token}`, host: 'pod.example' })).status).toBe(200)
  })

  it('answers beside connections that never send a whole request, and says so once', async () => {
    await startTelemetry()
    const lines: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
    const half = Array.from({ length: 40 }, () =>
      connect(port, '127.0.0.1')
        .on('error', () => undefined)
        .resume(),
    )
    const closed = half.map((socket) => new Promise((resolve) => socket.on('close', resolve)))
    await Promise.all(half.map((socket) => once(socket, 'connect')))
    for (const socket of half) socket.write('GET /metrics HTTP/1.1\r\nHost: x\r\n')
    for (let round = 0; round < 3; round += 1) expect((await get(port)).status).toBe(200)
    await Promise.all(closed.slice(0, 24))
    for (const socket of half) socket.destroy()
    vi.restoreAllMocks()
    const said = lines.filter((line) => line.includes('"event":"metrics"'))
    expect(said).toEqual([expect.stringContaining('"code":"too-many-connections"')])
  })

  it('ends the start where the port is taken, and frees it at the end', async () => {
    await startTelemetry()
    const first = globalThis.sealwatchTelemetry
    await expect(startTelemetry()).rejects.toThrow(/OTEL_EXPORTER_PROMETHEUS_PORT.*EADDRINUSE/)
    globalThis.sealwatchTelemetry = first
    await endTelemetry(10_000)
    await expect(get(port)).rejects.toThrow('ECONNREFUSED')
  })

  it.skipIf(!hasPromtool)('passes promtool, with every metric that exists', async () => {
    await startTelemetry()
    const all = Object.entries(instruments) as [InstrumentName, { readonly kind: string }][]
    for (const [name, { kind }] of all) {
      if (kind === 'count') globalThis.sealwatchTelemetry?.add(name as 'sealwatch.verdicts', 1, {})
      if (kind === 'time') globalThis.sealwatchTelemetry?.record(name as 'sealwatch.request.duration', 1, {})
      if (kind === 'level') level(name as 'sealwatch.store.size', 1)
    }
    const { text } = await get(port)
    for (const [name] of all) expect(text).toContain(`# TYPE ${name.replaceAll('.', '_')}`)
    const checked = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' })
    expect([checked.status, checked.stdout + checked.stderr]).toEqual([0, ''])
  })
})

const top = fileURLToPath(new URL('../../', import.meta.url))
const program = fileURLToPath(new URL('./testing/counting.ts', import.meta.url))

interface Started {
  readonly read: () => Promise<number>
  readonly end: () => Promise<void>
}

async function server(at: number, verdicts: number): Promise<Started> {
  const env = {
    ...process.env,
    TSX_TSCONFIG_PATH: 'tooling/launch/tsconfig.programs.json',
    OTEL_EXPORTER_PROMETHEUS_PORT: String(at),
  }
  const args = ['--import', 'tsx/esm', program, String(verdicts), 'wait']
  const started: ChildProcess = spawn(process.execPath, args, { cwd: top, env, stdio: ['pipe', 'pipe', 'inherit'] })
  if (started.stdout !== null) await once(started.stdout, 'data')
  return {
    read: async () => {
      const values = valuesOf((await get(at)).text, 'sealwatch_verdicts_total')
      expect(values.size).toBe(1)
      return [...values.values()][0] ?? Number.NaN
    },
    end: async () => {
      started.stdin?.end()
      await once(started, 'exit')
    },
  }
}

it('the series of three servers, all restarted, add up as `increase()` adds: a smaller value is a new start', async () => {
  const ports = [await freePort(), await freePort(), await freePort()]
  const last = [0, 0, 0]
  let sum = 0
  for (const counts of [
    [13, 5, 7],
    [11, 2, 6],
  ]) {
    const servers = await Promise.all(ports.map((at, index) => server(at, counts[index] ?? 0)))
    for (const [index, each] of servers.entries()) {
      const [value, before = 0] = [await each.read(), last[index]]
      sum += value < before ? value : value - before
      last[index] = value
    }
    await Promise.all(servers.map((each) => each.end()))
  }
  expect(sum).toBe(13 + 5 + 7 + 11 + 2 + 6)
})
