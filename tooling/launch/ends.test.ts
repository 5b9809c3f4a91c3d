import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { isBuilt } from './build'
import { top } from './paths'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-ends-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Row {
  readonly pid: number
  readonly parent: number
}

/** All processes that have not ended. A container without an init keeps ended ones in the list, marked Z. */
function processes(): readonly Row[] {
  const listed = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).stdout
  const rows = listed.split('\n').map((line) => line.trim().split(/\s+/))
  return rows.flatMap(([pid, parent, state = 'Z']) =>
    state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent) }],
  )
}

function treeOf(root: number): ReadonlySet<number> {
  const all = processes()
  const tree = new Set([root])
  for (let size = 0; size < tree.size;) {
    size = tree.size
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid)
  }
  return tree
}

const isAlive = (pids: ReadonlySet<number>): boolean => processes().some(({ pid }) => pids.has(pid))

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  const opened = new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => resolve(true))
  })
  const free = await opened
  if (free) await new Promise((resolve) => probe.close(resolve))
  return free
}

/** A free port that the system gives to no other program: tests beside this one use those of its range. */
async function ownPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isFree(port)) return port
  }
}

/** Waits until the program wrote this, or fails with all of it when the program ends first. */
function written(program: ChildProcess, text: RegExp): Promise<void> {
  let all = ''
  return new Promise((resolve, reject) => {
    const take = (part: Buffer): void => {
      all += part.toString()
      if (text.test(all)) resolve()
    }
    program.stdout?.on('data', take)
    program.stderr?.on('data', take)
    program.once('exit', () => reject(new Error(`it ended: ${all}`)))
  })
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
}

const [simulator, another, https] = [await ownPort(), await ownPort(), await ownPort()]
const [product, second] = [await ownPort(), await ownPort()]
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
    name: 'npm run -s simulator',
    command: ['npm', 'run', '-s', 'simulator', '--', ...own],
    begun: /localhost/,
    port: simulator,
  },
  { name: 'npm run -s collect', command: ['npm', 'run', '-s', 'collect'], begun: /"event":"started"/, port: product },
  { name: 'node run.mjs simulator', command: ['node', run, 'simulator', ...own], begun: /localhost/, port: simulator },
]

describe.skipIf(process.platform === 'win32' || spawnSync('ps').error !== undefined)('SIGTERM', () => {
  for (const { name, command, begun, port, needsBuild } of ways)
    it.skipIf(needsBuild === true && !isBuilt())(
      `ends everything that \`${name}\` starts, and frees its port`,
      async () => {
        const [program = '', ...args] = command
        // Its own history: a server says in the log that its configuration is new, once.
        const own = { PORT: String(port), SEALWATCH_DATA_DIR: mkdtempSync(join(folder, 'data-')) }
        const env = { ...process.env, ...environment, ...own }
        const started = spawn(program, args, { cwd: top, env, stdio: ['ignore', 'pipe', 'pipe'] })
        let tree: ReadonlySet<number> = new Set()
        try {
          await written(started, begun)
          tree = treeOf(started.pid ?? 0)
          expect(tree.size).toBeGreaterThan(command[0] === 'node' ? 0 : 1)
          started.kill('SIGTERM')
          // The time limit of the test ends it. A process whose first thread has ended counts as ended in the list, and
          // can hold its port until its last thread has.
          while (isAlive(tree) || !(await isFree(port))) await rest(50)
        } finally {
          for (const { pid } of processes()) if (tree.has(pid)) process.kill(pid, 'SIGKILL')
        }
      },
    )
})
