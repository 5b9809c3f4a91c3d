import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startStack, type Stack } from './support'

const program = fileURLToPath(new URL('testing/answer-readiness.ts', import.meta.url))
const tsconfig = fileURLToPath(new URL('../../tooling/launch/tsconfig.programs.json', import.meta.url))
const top = fileURLToPath(new URL('../..', import.meta.url))

/**
 * What starts a program for which the permissions of files hold. Root may read and write everything: without these two
 * capabilities the permissions hold for root too. Null where they cannot be given up: then the test is not run.
 */
function bound(): readonly string[] | null {
  if (process.getuid?.() !== 0) return []
  const without = ['setpriv', '--bounding-set=-dac_override,-dac_read_search']
  const [command = '', ...rest] = without
  return spawnSync(command, [...rest, 'true']).status === 0 ? without : null
}
const starter = bound()

let stack: Stack
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-permission-'))
const afterwards: (() => unknown)[] = []
beforeAll(async () => {
  stack = await startStack()
})
afterEach(async () => {
  for (const work of afterwards.splice(0)) await work()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Line {
  readonly event: string
  readonly level?: string
  readonly code?: string
  readonly database?: string
  readonly ready?: boolean
  readonly reason?: string | null
}

/** The server's code for `/readyz`, in a process whose files are those of this folder. */
function startServer(dataDir: string) {
  const [command = process.execPath, ...before] = starter ?? []
  const own = before.length === 0 ? [] : [process.execPath]
  const child = spawn(command, [...before, ...own, '--import', 'tsx', program], {
    cwd: top,
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: tsconfig,
      SEALWATCH_HISTORY: 'on',
      SEALWATCH_DATA_DIR: dataDir,
      SEALWATCH_LOG_LEVEL: 'info',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines: Line[] = []
  const waiting: ((line: Line) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (!text.startsWith('{')) return
    const line = JSON.parse(text) as Line
    if (line.event === 'readiness') waiting.shift()?.(line)
    else if (line.event === 'history') lines.push(line)
  })
  afterwards.push(
    () =>
      new Promise((resolve) => {
        child.on('close', resolve)
        child.stdin.end()
      }),
  )
  const reason = async (): Promise<string | null> => {
    const answer = new Promise<Line>((resolve) => waiting.push(resolve))
    child.stdin.write('ask\n')
    const { ready, reason: why } = await answer
    // A server without a history still answers users.
    expect(ready).toBe(true)
    return why ?? null
  }
  return {
    /** Asks until the answer is this one. */
    until: (wanted: string | null) => expect.poll(reason).toBe(wanted),
    /** The log's lines about the history since the last call. */
    logged: () => lines.splice(0).map(({ level, code, database }) => [level, code, database ?? null]),
  }
}

describe.skipIf(starter === null)('SQLite whose permission is lost while a server runs', () => {
  for (const [what, path, lost, given] of [
    ['of the file', 'file/history.sqlite', 0o400, 0o600],
    ['of the folder', 'folder', 0o500, 0o700],
  ] as const)
    it(`${what} is refused, with one line in the log, and heals by itself`, async () => {
      const server = startServer(join(folder, path.split('/')[0] ?? ''))
      await server.until(null)
      expect(server.logged().filter(([level]) => level === 'warn')).toEqual([])
      chmodSync(join(folder, path), lost)
      afterwards.unshift(() => chmodSync(join(folder, path), given))
      await server.until('refused')
      await server.until('refused')
      expect(server.logged()).toEqual([['warn', 'refused', 'EACCES']])
      chmodSync(join(folder, path), given)
      await server.until(null)
      expect(server.logged()).toEqual([['info', 'usable', null]])
    })

  it('of everything since before the start is refused too, and heals without a restart', async () => {
    const place = mkdtempSync(join(folder, 'before-'))
    chmodSync(place, 0o500)
    const server = startServer(join(place, 'data'))
    await server.until('refused')
    expect(server.logged()).toEqual([['warn', 'refused', 'EACCES']])
    chmodSync(place, 0o700)
    await server.until(null)
    expect(server.logged()).toEqual([['info', 'usable', null]])
  })
})
