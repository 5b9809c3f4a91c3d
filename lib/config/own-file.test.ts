import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { writeOwn } from './own-file'

const top = mkdtempSync(join(tmpdir(), 'sealwatch-own-'))
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(top, 'each-'))
  file = join(folder, 'ours.env')
})
afterAll(() => rmSync(top, { recursive: true, force: true }))

const program = fileURLToPath(new URL('testing/endless-writer.ts', import.meta.url))
const tsconfig = fileURLToPath(new URL('../../tooling/launch/tsconfig.programs.json', import.meta.url))

/**
 * Starts a program that alternates between two texts, and kills it at the n-th change in its folder after the first
 * text.
 */
function killedAtChange(count: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, file], {
    env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  child.stdout.once('data', () => {
    let seen = 0
    const watcher = watch(folder, () => {
      seen += 1
      if (seen >= count) child.kill('SIGKILL')
    })
    child.once('close', () => watcher.close())
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(complaint))))
  })
}

describe('a file that is replaced atomically', () => {
  it('is whole at every moment of a kill, old or new, and the next run removes the draft', async () => {
    const texts = ['old\n'.repeat(500_000), 'new\n'.repeat(500_000)]
    let drafts = 0
    // Six kills, and more where none of them hit the middle.
    for (let count = 1; count <= 6 || drafts === 0; count += 1) {
      await killedAtChange(count)
      // Texts of two million letters: their difference is too long to print.
      expect(texts.indexOf(readFileSync(file, 'utf8'))).toBeGreaterThanOrEqual(0)
      for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
      drafts += readdirSync(folder).length - 1
      writeOwn(file, 'next\n')
      expect([readdirSync(folder), readFileSync(file, 'utf8')]).toEqual([['ours.env'], 'next\n'])
    }
  })

  it('follows no link at the place of its draft', () => {
    const target = join(folder, 'of-another')
    writeFileSync(target, 'theirs')
    symlinkSync(target, `${file}.${process.pid}.tmp`)
    symlinkSync(target, `${file}.draft-1`)
    writeOwn(file, 'ours\n')
    expect([readFileSync(target, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['theirs', 'ours\n'])
    expect(existsSync(`${file}.draft-1`)).toBe(false)
  })

  it('is readable by the owner only, even where the previous one was not', () => {
    writeFileSync(file, 'before\n', { mode: 0o644 })
    writeOwn(file, 'ours\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('stays unchanged where the new one cannot be written', () => {
    writeFileSync(file, 'before\n')
    expect(() => writeOwn(join(folder, 'missing', 'ours.env'), 'x')).toThrow('ENOENT')
    expect(readFileSync(file, 'utf8')).toBe('before\n')
  })
})
