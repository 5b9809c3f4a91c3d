import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { differences, sumsOf } from '../reproducible/compare'
import { top } from './paths'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Every file of a checkout, with uncommitted changes. */
function sources(): readonly string[] {
  const done = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
  })
  return done.stdout.split('\n').filter((path) => path !== '' && existsSync(join(top, path)))
}

/** Builds the sources in a separate folder, with the packages of this checkout. */
function buildIn(folder: string): ReadonlyMap<string, string> {
  for (const path of sources()) cpSync(join(top, path), join(folder, path))
  const linked = spawnSync('cp', ['-al', join(top, 'node_modules'), join(folder, 'node_modules')])
  if (linked.status !== 0) cpSync(join(top, 'node_modules'), join(folder, 'node_modules'), { recursive: true })
  const built = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: folder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`the build failed: ${built.stdout}${built.stderr}`)
  return sumsOf(join(folder, '.next'), folder)
}

/**
 * `npm run -s check:reproducible`: builds the product twice, in two folders, and compares every file that would be shipped.
 */
function check(): number {
  const folders = ['one', 'another-place'].map((name) => mkdtempSync(join(tmpdir(), `sealwatch-${name}-`)))
  try {
    const [one = new Map<string, string>(), other = new Map<string, string>()] = folders.map(buildIn)
    const differing = differences(one, other)
    for (const path of differing) say(`differs: ${path}`)
    say(`${one.size} files, ${differing.length} of them differ`)
    return differing.length === 0 && one.size > 100 ? 0 : 1
  } finally {
    if (process.argv.includes('--keep')) say(`kept: ${folders.join(' ')}`)
    else for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = check()
