import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrationsFor } from '../migrations'

const top = fileURLToPath(new URL('../../..', import.meta.url))
const folder = join(top, '.sealwatch', 'versions')

/** What git prints; null where it fails, and where there is no git. */
function git(...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: top, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** The last commit without the newest migration; null in a copy of the project without its past. */
function lastBefore(newest: string): string | null {
  const added = git('log', '--diff-filter=A', '--format=%H', '-1', '--', `lib/store/migrations/${newest}.ts`)
  if (added === null) return null
  // One that is not committed yet is in no commit.
  return git('rev-parse', '--verify', '--quiet', added === '' ? 'HEAD' : `${added}^`)
}

/** Unpacks a commit. It lies inside the project, so that it uses the packages of this version. */
function unpack(commit: string): string {
  const place = join(folder, commit)
  if (existsSync(place)) return place
  const half = join(folder, randomUUID())
  mkdirSync(half, { recursive: true })
  for (const name of readdirSync(folder).filter((one) => /^[0-9a-f]{40}$/.test(one)))
    rmSync(join(folder, name), { recursive: true, force: true })
  const file = `${half}.tar`
  // Without a lockfile, Next takes the folder above it, which has the packages, as that of the project.
  const paths = ['.', ':(exclude)package-lock.json', ':(exclude)docs']
  const packed = git('archive', '--format=tar', `--output=${file}`, commit, '--', ...paths)
  const unpacked = packed === null ? null : spawnSync('tar', ['-xf', file, '-C', half])
  rmSync(file, { force: true })
  if (unpacked?.status !== 0) throw new Error(`git archive and tar could not unpack ${commit}`)
  try {
    renameSync(half, place)
  } catch (error) {
    // Another test was faster.
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
  return place
}

/**
 * The folder with the program of the last commit that has the schema before the newest migration, unpacked from the project's
 * git; null where git does not have it, as in a shallow clone.
 */
export function previousVersion(): string | null {
  const newest = Object.keys(migrationsFor('sqlite')).at(-1) ?? ''
  const commit = lastBefore(newest)
  return commit === null ? null : unpack(commit)
}
