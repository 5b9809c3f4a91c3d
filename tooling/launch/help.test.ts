import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { top } from './paths'
import { programs } from './programs.mjs'

/** A clone in which nothing is installed. */
const clone = mkdtempSync(join(tmpdir(), 'sealwatch-help-'))
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['tooling/launch/run.mjs', ...args], { cwd: clone, encoding: 'utf8' })

beforeAll(() => {
  for (const path of ['package.json', 'package-lock.json']) cpSync(join(top, path), join(clone, path))
  const scripts = readdirSync(join(top, 'tooling', 'launch')).filter((name) => name.endsWith('.mjs'))
  const output = join('lib', 'cli', 'output.mjs')
  cpSync(join(top, output), join(clone, output))
  for (const name of scripts) cpSync(join(top, 'tooling', 'launch', name), join(clone, 'tooling', 'launch', name))
})
afterAll(() => rmSync(clone, { recursive: true, force: true }))

it('every program says what it does and installs nothing', () => {
  for (const [name, { does, file }] of Object.entries(programs)) {
    const done = run(name, '--help')
    expect([done.status, done.stdout.split('\n')[0], done.stderr]).toEqual([0, `${name}: ${does}`, ''])
    expect(existsSync(join(top, file))).toBe(true)
  }
  expect(existsSync(join(clone, 'node_modules'))).toBe(false)
  expect(existsSync(join(clone, '.sealwatch'))).toBe(false)
})

it('all programs are listed, and a wrong name is named', () => {
  const help = run('--help')
  expect([help.status, help.stderr]).toEqual([0, ''])
  for (const name of Object.keys(programs)) expect(help.stdout).toContain(`  ${name} `)
  const wrong = run('explian')
  expect(wrong.status).toBe(2)
  expect(wrong.stderr).toContain('explian: is no program of Sealwatch')
})

it('an argument of a program that takes none is named, and nothing is installed or begun', () => {
  const strict = Object.entries(programs).filter(([, { flags }]) => flags !== undefined)
  expect(strict.length).toBeGreaterThan(10)
  for (const [name] of strict) {
    const wrong = run(name, '--nothing-known')
    expect([wrong.status, wrong.stderr]).toEqual([2, `--nothing-known: is no argument of ${name}\n`])
  }
  expect(existsSync(join(clone, 'node_modules'))).toBe(false)
})

it('a wrong argument of a program is named, without a stack trace', () => {
  const wrong = spawnSync(process.execPath, ['tooling/launch/run.mjs', 'promise', '4000'], {
    cwd: top,
    encoding: 'utf8',
  })
  expect(wrong.status).toBe(2)
  expect(wrong.stderr).toMatch(/^[^\n]*'4000'[^\n]*\n$/)
})

it.each([
  ['/proc/nowhere', 'ENOENT'],
  ['package.json/none', 'ENOTDIR'],
])('a folder for temporary files that is none ends a program with a sentence: %s', async (TMPDIR, code) => {
  const env = { ...process.env, TMPDIR }
  const args = ['tooling/launch/run.mjs', 'promise', '--nothing-known']
  const ended = promisify(execFile)(process.execPath, args, { cwd: top, env })
  const sentence = `${TMPDIR}: this folder for temporary files cannot be written (${code}); set TMPDIR to another\n`
  await expect(ended).rejects.toMatchObject({ code: 2, stderr: sentence })
})

const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ['tooling/launch/start.mjs', ...args], {
    cwd: clone,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })

it('start has a help of its own, and names a wrong argument', () => {
  const help = start(['--help'])
  expect([help.status, help.stderr]).toEqual([0, ''])
  expect(help.stdout).toMatch(/^Usage: npm run start/)
  expect(help.stdout).not.toContain('Next.js')
  for (const args of [['--prot', '3001'], ['--port', '3001', 'else'], ['--inspect']]) {
    const wrong = start(args)
    const culprit = args.find((arg) => !['--port', '3001'].includes(arg) || arg === '--prot')
    expect([wrong.status, wrong.stderr.split('\n')[0]]).toEqual([2, `${culprit}: is no argument of start`])
  }
})

it('start refuses a port that does not exist, however it is given', () => {
  for (const [args, env, variable] of [
    [['--port', '99999'], {}, '--port'],
    [['--port=x'], {}, '--port'],
    [['--port'], {}, '--port'],
    [[], { PORT: '-1' }, 'PORT'],
  ] as const) {
    const done = start(args, env)
    expect([done.status, done.stderr]).toEqual([2, `${variable}: must be a number from 0 to 65535\n`])
  }
})

it('start names in one sentence an address that it cannot listen at', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const port = String((taken.address() as AddressInfo).port)
  const cannot = (host: string, code: string) =>
    `${host}, port ${port}: Sealwatch cannot listen at this address (${code})`
  const busy = `${cannot('127.0.0.1', 'EADDRINUSE')}: another process listens there; end it, or choose another --port\n`
  for (const done of [start(['--port', port]), start(['-p', port]), start([], { PORT: port })])
    expect([done.status, done.stdout, done.stderr]).toEqual([1, '', busy])
  const elsewhere = start(['--hostname', '203.0.113.7', '--port', port])
  expect([elsewhere.status, elsewhere.stderr]).toEqual([1, `${cannot('203.0.113.7', 'EADDRNOTAVAIL')}\n`])
  taken.close()
})
