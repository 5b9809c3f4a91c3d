import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { top } from './paths'

const bundler = pathToFileURL(join(top, 'tooling/launch/bundle.mjs')).href
let folder = ''
beforeAll(() => {
  mkdirSync(join(top, '.sealwatch'), { recursive: true })
  folder = mkdtempSync(join(top, '.sealwatch', 'bundle-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a program of these lines in a separate process, as the launcher does. */
async function ran(lines: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const program = join(folder, 'program.ts')
  writeFileSync(program, lines.join('\n'))
  const start = `import { bundled } from '${bundler}'; await import(await bundled('${top}', '${relative(top, program)}'))`
  return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', start], { cwd: top })
}

it('a bundled program has its packages and modules, and nothing that throws outside of Next', async () => {
  const lines = [
    "import 'server-only'",
    "import * as z from 'zod'",
    "import { people } from '@/e2e/fixtures/people'",
    'console.log(z.string().parse(Object.keys(people)[0]))',
  ]
  expect((await ran(lines)).stdout).toBe('aiko\n')
})

it('an error of a program names its place in the source', async () => {
  const failed = ran(['const ready: boolean = true', '', "if (ready) throw new RangeError('at the third line')"])
  await expect(failed).rejects.toMatchObject({ stderr: expect.stringMatching(/program\.ts:3:\d+/) as unknown })
})

it('concurrent starts read complete files', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => ran(["console.log('whole')"])))
  expect(all.map(({ stdout }) => stdout)).toEqual(Array(6).fill('whole\n'))
})
