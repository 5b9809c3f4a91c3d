import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { top } from './paths'

/** A clone whose npm only records how it is called, and whose program prints a word. */
const clone = mkdtempSync(join(tmpdir(), 'sealwatch-installed-'))
const [calls, mark] = [join(clone, 'calls'), join(clone, 'node_modules', '.sealwatch-lock')]
const lock = createHash('sha256')
  .update(readFileSync(join(top, 'package-lock.json')))
  .digest('hex')
const built = 'rebuild --ignore-scripts=false better-sqlite3'

beforeAll(() => {
  for (const path of ['package.json', 'package-lock.json', 'tooling/supply/install-scripts.json'])
    cpSync(join(top, path), join(clone, path))
  const scripts = readdirSync(join(top, 'tooling', 'launch')).filter((name) => name.endsWith('.mjs'))
  for (const name of scripts) cpSync(join(top, 'tooling', 'launch', name), join(clone, 'tooling', 'launch', name))
  mkdirSync(join(clone, 'bin'))
  mkdirSync(join(clone, 'node_modules', 'better-sqlite3'), { recursive: true })
  writeFileSync(join(clone, 'bin', 'npm'), '#!/bin/sh\necho "$@" >> "$CALLS"\nexit "${STATUS:-0}"\n')
  chmodSync(join(clone, 'bin', 'npm'), 0o755)
})
afterAll(() => rmSync(clone, { recursive: true, force: true }))

/** Starts a program whose packages bear this mark. It fails for want of its source; what npm was asked before is the result. */
function asked(marked: string, more: Readonly<Record<string, string>> = {}) {
  writeFileSync(calls, '')
  writeFileSync(mark, marked)
  const path = [join(clone, 'bin'), process.env['PATH'] ?? ''].join(delimiter)
  const env = { ...process.env, ...more, PATH: path, CALLS: calls }
  const { status, stderr } = spawnSync(process.execPath, ['tooling/launch/run.mjs', 'stack'], {
    cwd: clone,
    env,
    encoding: 'utf8',
  })
  const lines = readFileSync(calls, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return {
    status,
    stderr,
    npm: lines.map((line) => line.replace(' --no-audit --no-fund --loglevel=error', '')),
    mark: readFileSync(mark, 'utf8'),
  }
}

describe.skipIf(process.platform === 'win32')('the packages of the lockfile', () => {
  const ofThisNode = `${lock} ${process.versions.modules}`

  it('are installed where they are of another lockfile', () => {
    expect(asked('0')).toMatchObject({ npm: ['ci --ignore-scripts', built], mark: ofThisNode })
  })

  it('are not touched where they are of this one and of this Node', () => {
    for (const marked of [lock, ofThisNode]) expect(asked(marked)).toMatchObject({ npm: [], mark: marked })
  })

  it('have their binaries built anew for another Node, and are used without them where that fails', () => {
    expect(asked(`${lock} 1`)).toMatchObject({ npm: [built], mark: ofThisNode })
    const failed = asked(`${lock} 1`, { STATUS: '1' })
    expect(failed).toMatchObject({ npm: [built], mark: ofThisNode })
    expect(failed.stderr).toContain(
      'Without it there is no history: `npm rebuild --ignore-scripts=false better-sqlite3`',
    )
    expect(failed.stderr).toContain(`Node.js ${process.versions.node}`)
  })

  it('end the start where npm fails to install them', () => {
    expect(asked('0', { STATUS: '7' })).toMatchObject({ status: 7, npm: ['ci --ignore-scripts'], mark: '0' })
  })
})
