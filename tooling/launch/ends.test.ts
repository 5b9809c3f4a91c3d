import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStack, type Stack } from '@/e2e/faults/support'
import { people } from '@/e2e/fixtures/people'
import { freePort } from '@/lib/shared/testing/free-port'
import { isBuilt } from './build'
import { top } from './paths'
import { endedBy, written } from './testing/process-tree'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-ends-'))
/** The environment without what points this process at the fake Azure. */
const outside = { ...process.env }
let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The variables with which the stand-in for azure-cli is signed in to the fake Azure. */
async function signedIn(): Promise<Readonly<Record<string, string>>> {
  const { tenantId } = await stack.tenant({ scenario: 'empty' })
  return {
    PATH: [join(top, 'e2e/azure-cli/bin'), process.env['PATH'] ?? ''].join(delimiter),
    NODE_EXTRA_CA_CERTS: stack.certificate.caFile,
    XDG_DATA_HOME: folder,
    SIMULATED_AZURE: stack.browser,
    SIMULATED_TENANT: tenantId,
    SIMULATED_PERSON: people.aiko,
  }
}

const guid = '11111111-1111-4111-8111-111111111111'
const environment = {
  NEXT_TELEMETRY_DISABLED: '1',
  SEALWATCH_HISTORY: 'on',
  SEALWATCH_TENANT: guid,
  SEALWATCH_SPA_CLIENT_ID: guid,
  SEALWATCH_API_CLIENT_ID: guid,
  SEALWATCH_API_CLIENT_SECRET: 'secret',
  SEALWATCH_COLLECTOR_CLIENT_ID: guid,
  SEALWATCH_COLLECTOR_CLIENT_SECRET: 'secret',
  SEALWATCH_STOP_DRAIN_SECONDS: '0',
}

interface Way {
  readonly name: string
  readonly command: readonly string[]
  readonly begun: RegExp
  readonly port: number
  readonly needsBuild?: boolean
  /** It needs a user's sign-in. */
  readonly needsUser?: boolean
}

const [simulator, another, https] = [await freePort(), await freePort(), await freePort()]
const [product, second, local] = [await freePort(), await freePort(), await freePort()]
const own = [`--http-port=${simulator}`, `--https-port=${https}`, `--data-dir=${join(folder, 'simulator')}`]
const ports = ['--http-port', String(another), '--https-port', String(https), '--product-port', String(product)]
const run = join('tooling', 'launch', 'run.mjs')
const ways: readonly Way[] = [
  {
    name: 'npm run start',
    command: ['npm', 'run', 'start'],
    begun: /"event":"audit"/,
    port: product,
    needsBuild: true,
  },
  {
    name: 'a script that ends with exec npm run start -- --port N',
    command: ['sh', '-c', `true; exec npm run start -- --port ${second}`],
    begun: /"event":"audit"/,
    port: second,
    needsBuild: true,
  },
  {
    name: 'npm run demo',
    command: ['npm', 'run', 'demo', '--', ...ports],
    begun: /Ctrl\+C/,
    port: product,
    needsBuild: true,
  },
  {
    name: 'npm run local',
    command: ['npm', 'run', 'local', '--', '--no-browser', '--port', String(local)],
    begun: /#[\w-]{43}/,
    port: local,
    needsBuild: true,
    needsUser: true,
  },
  {
    name: 'npm run -s simulator',
    command: ['npm', 'run', '-s', 'simulator', '--', ...own],
    begun: /localhost/,
    port: simulator,
  },
  { name: 'npm run -s collect', command: ['npm', 'run', '-s', 'collect'], begun: /"event":"started"/, port: product },
  { name: 'node run.mjs simulator', command: ['node', run, 'simulator', ...own], begun: /localhost/, port: simulator },
]

describe.skipIf(!isBuilt() || !existsSync('/dev/full'))('a server that starts', () => {
  const start = (port: number, more: Readonly<Record<string, string>>, output: number | 'pipe') => {
    const own = { PORT: String(port), SEALWATCH_DATA_DIR: mkdtempSync(join(folder, 'data-')) }
    const env = { ...outside, ...environment, ...own, ...more }
    const stdio = ['ignore', output, 'pipe'] as const
    return spawn(process.execPath, ['tooling/launch/start.mjs'], { cwd: top, env, stdio: [...stdio] })
  }

  it('serves while its log is on a full disk, and says so once', async () => {
    const port = await freePort()
    const started = start(port, {}, openSync('/dev/full', 'w'))
    await written(started, /^standard output cannot be written \(ENOSPC\)\n$/)
    const ready = () => fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status)
    await expect.poll(() => ready().catch(() => null)).toBe(200)
    await endedBy(started, port, 'SIGTERM')
  })

  it('ends with the exit code of a collector where the port of its metrics is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const metrics = { OTEL_METRICS_EXPORTER: 'prometheus' }
    const at = { OTEL_EXPORTER_PROMETHEUS_PORT: String((taken.address() as AddressInfo).port) }
    const started = start(await freePort(), { ...metrics, ...at }, 'pipe')
    const collector = spawn(process.execPath, [run, 'collect'], {
      cwd: top,
      env: { ...outside, ...environment, ...metrics, ...at, SEALWATCH_DATA_DIR: mkdtempSync(join(folder, 'data-')) },
    })
    expect(await Promise.all([once(started, 'exit'), once(collector, 'exit')])).toEqual([
      [2, null],
      [2, null],
    ])
    taken.close()
  })
})

describe.skipIf(process.platform === 'win32' || spawnSync('ps').error !== undefined)('a signal', () => {
  async function startedBy({ command, begun, port, needsUser }: Way) {
    const [program = '', ...args] = command
    // Its own history: a server says in the log that its configuration is new, once.
    const own = { PORT: String(port), SEALWATCH_DATA_DIR: mkdtempSync(join(folder, 'data-')) }
    const env = { ...outside, ...environment, ...own, ...(needsUser === true ? await signedIn() : {}) }
    // With a group of its own, as a shell gives to what it starts.
    const started = spawn(program, args, { cwd: top, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    started.stdout.on('data', (part: Buffer) => {
      output += part.toString()
    })
    await written(started, begun)
    return { started, output: () => output }
  }
  const isMissing = ({ needsBuild }: Way): boolean => needsBuild === true && !isBuilt()

  for (const way of ways)
    it.skipIf(isMissing(way))(`ends everything that \`${way.name}\` starts, and frees its port`, async () => {
      const { started } = await startedBy(way)
      expect(await endedBy(started, way.port, 'SIGTERM')).toBeGreaterThan(way.command[0] === 'node' ? 0 : 1)
    })

  for (const way of ways.filter(({ name }) => /^npm run (?:start|local|demo)$/.test(name)))
    it.skipIf(isMissing(way))(`of a terminal that closes ends \`${way.name}\` in order`, async () => {
      const { started, output } = await startedBy(way)
      await endedBy(started, way.port, 'SIGHUP')
      // What it wrote last can arrive after its end.
      if (way.name === 'npm run start') await expect.poll(output).toMatch(/"event":"stopping".*\n.*"event":"stopped"/)
    })
})
