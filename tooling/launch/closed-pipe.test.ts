import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { top } from './paths'

it('a program whose output has no reader any more ends without an error', async () => {
  const child = spawn(process.execPath, ['tooling/launch/run.mjs', 'explain', '--lines', '-'], { cwd: top })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += String(chunk)))
  child.stdout.once('data', () => child.stdout.destroy())
  child.stdin.on('error', () => undefined)
  // Its output is longer than a pipe holds, so that it is still writing when the reader leaves.
  child.stdin.end('{}\n'.repeat(5000))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  expect([code, errors]).toEqual([0, ''])
})
