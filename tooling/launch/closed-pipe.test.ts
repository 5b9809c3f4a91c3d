import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { top } from './paths'
import { programs } from './programs.mjs'

const launcher = 'tooling/launch/run.mjs'
const full = '/dev/full'
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-output-'))
const file = (name: string): string => join(folder, name)
const env = { ...process.env, SEALWATCH_DATA_DIR: file('data'), DATABASE_URL: '', SEALWATCH_HISTORY: 'on' }
beforeAll(() => {
  writeFileSync(file('other.env'), `SEALWATCH_DATA_DIR=${file('other')}\n`)
  spawnSync(process.execPath, [launcher, 'store', 'migrate'], { cwd: top, env })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a program whose output no program reads. */
async function withoutReader(args: readonly string[]): Promise<readonly [number | null, string]> {
  const child = spawn(process.execPath, [launcher, ...args], { cwd: top, env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += String(chunk)))
  return new Promise((done) => child.once('close', (code) => done([code, errors])))
}

function onFullDisk(args: readonly string[]): readonly [number | null, string] {
  const done = spawnSync(process.execPath, [launcher, ...args], {
    cwd: top,
    env,
    stdio: ['ignore', openSync(full, 'w'), 'pipe'],
    encoding: 'utf8',
  })
  return [done.status, done.stderr]
}

const verbs = [
  ['store', 'status'],
  ['store', 'migrate'],
  ['store', 'prune'],
  ['store', 'end-access', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'],
  ['store', 'backup', file('backup')],
  ['store', 'copy', '--to', file('other.env')],
  ['store', 'restore', '--replace', file('backup')],
] as const
/** Those that print their own help, the launcher's list, and one of the helps that are a line. */
const own = Object.entries(programs).filter(([name, { explains }]) => explains === true && name !== 'simulated-az')
const helps = [['--help'], ['sbom', '--help'], ...own.map(([name]) => [name, '--help'])]
const nothing = existsSync(full) ? null : 'no device that is always full'

describe('a program whose output has no reader any more', () => {
  it('ends without an error while it is still writing', async () => {
    const child = spawn(process.execPath, [launcher, 'explain', '--lines', '-'], { cwd: top })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += String(chunk)))
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.on('error', () => undefined)
    // Its output is longer than a pipe holds, so that it is still writing when the reader leaves.
    child.stdin.end('{}\n'.repeat(5000))
    const code = await new Promise<number | null>((done) => child.once('close', done))
    expect([code, errors]).toEqual([0, ''])
  })

  it.each([...verbs, ...helps.slice(0, 4)].map((args) => [args.join(' '), args]))(
    'ends without a word: %s',
    async (_, args) => {
      if (args[1] === 'backup') rmSync(file('backup'), { force: true })
      expect(await withoutReader(args)).toEqual([0, ''])
    },
  )

  it('keeps the exit code of what it could not do', async () => {
    const [code, errors] = await withoutReader(['store', 'restore', file('none')])
    expect([code, errors.split('\n').length]).toEqual([1, 2])
  })
})

describe.skipIf(nothing !== null)('a program whose output goes to a full disk', () => {
  it.each([...verbs, ...helps].map((args) => [args.join(' '), args]))(
    'says so in a sentence with the code, and ends with 1: %s',
    (_, args) => {
      if (args[1] === 'backup') rmSync(file('backup'), { force: true })
      expect(onFullDisk(args)).toEqual([1, 'standard output cannot be written (ENOSPC)\n'])
    },
  )
})
