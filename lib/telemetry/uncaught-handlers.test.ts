import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const top = fileURLToPath(new URL('../..', import.meta.url))
const hush = 'password=hush-hush-12345'

/** Runs a program that installs the handlers, throws as its arguments say, and answers a tenth of a second later. */
async function run(throws: string, exceptions: number) {
  const program = `
    import { installUncaughtHandlers } from './lib/telemetry/uncaught-handlers.ts'
    installUncaughtHandlers({
      bearable: { 'uncaught-exception': ${exceptions}, 'unhandled-rejection': Number.POSITIVE_INFINITY },
      giveUp: () => { process.stdout.write('{"event":"ending"}\\n'); process.exitCode = 1; clearTimeout(work) },
    })
    const fail = () => { throw new TypeError('${hush}') }
    ${throws}
    // Set after those that throw, so that it is due after them however slow the machine is.
    const work = setTimeout(() => process.stdout.write('{"event":"alive"}\\n'), 300)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: top,
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tooling/launch/tsconfig.programs.json' },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (piece) => (said.out += String(piece)))
  child.stderr.on('data', (piece) => (said.err += String(piece)))
  const [code] = await once(child, 'close')
  const lines = said.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line))
  return { code: Number(code), lines, all: said.out + said.err }
}

const codesOf = (lines: readonly Record<string, unknown>[]) => lines.map(({ code, event }) => code ?? event)

it('logs the location of an uncaught exception, without its message, and the program keeps running', async () => {
  const { code, lines, all } = await run('setTimeout(fail, 1)', 1)
  expect(codesOf(lines)).toEqual(['uncaught-exception', 'alive'])
  expect(lines[0]).toMatchObject({
    level: 'error',
    event: 'failure',
    detail: expect.stringMatching(/^TypeError \| at /),
  })
  expect(all).not.toContain('hush')
  expect(code).toBe(0)
})

it('logs a promise rejection without a handler the same way, and a thrown value that is not an Error', async () => {
  const { code, lines, all } = await run(`void Promise.reject('${hush}'); void (async () => fail())()`, 0)
  expect(codesOf(lines)).toEqual(['unhandled-rejection', 'unhandled-rejection', 'alive'])
  expect(all).not.toContain('hush')
  expect(code).toBe(0)
})

it('ends the program once, through its own shutdown, after more exceptions than the limit', async () => {
  const { code, lines, all } = await run('for (let time = 1; time < 5; time += 1) setTimeout(fail, time * 20)', 2)
  const caught = 'uncaught-exception'
  expect(codesOf(lines)).toEqual([caught, caught, caught, 'given-up', 'ending', caught])
  expect(all).not.toContain('hush')
  expect(code).toBe(1)
})
