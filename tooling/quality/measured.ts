import { spawnSync } from 'node:child_process'
import { z } from 'zod/mini'
import { top } from '../launch/paths'

export const measuredSchema = z.object({ date: z.string(), commit: z.string(), seconds: z.number() })

/** The time of a measurement, its commit, and its duration. */
export type Measured = z.infer<typeof measuredSchema>

/** Parses the output of `JSON.stringify`; throws on anything else. */
export function readMeasured(text: string): Measured {
  return measuredSchema.parse(JSON.parse(text))
}

function git(...args: readonly string[]): string {
  const { status, stdout } = spawnSync('git', args, { cwd: top, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : ''
}

/**
 * The checked-out commit; a tree with uncommitted changes is marked as changed, and one without a git history
 * is unknown.
 * @param since epoch milliseconds of the start
 * @param now epoch milliseconds of the end
 */
export function measuredNow(since: number, now: number): Measured {
  const commit = git('rev-parse', '--short=7', 'HEAD')
  const changed = commit !== '' && git('status', '--porcelain', '--', 'lib', 'app', 'components') !== ''
  return {
    date: new Date(now).toISOString().slice(0, 10),
    commit: commit === '' ? 'unknown' : changed ? `${commit}, changed` : commit,
    seconds: Math.round((now - since) / 1000),
  }
}

/** `51 s`, `12 min`. */
export function duration({ seconds }: Measured): string {
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}
