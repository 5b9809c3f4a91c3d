import { existsSync, readFileSync } from 'node:fs'

/** What one runner did. `notRun` are tests that could not run here, with the reason; they are never counted as passed. */
export interface Outcome {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly notRun: number
  /** Of the passed ones, those that failed at first and passed when tried again. Named in the sums, so that they get mended. */
  readonly secondTry?: number
  readonly seconds: number
}

/** Files that are tried again at most. */
const mostTriedAgain = 5

const count = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

function read(file: string): Record<string, unknown> | null {
  if (!existsSync(file)) return null
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null
}

/** How a runner ended: its JSON report, its exit code, and how long it took. */
interface Ended {
  readonly file: string
  readonly code: number
  readonly seconds: number
}

/** Counts of a vitest JSON report. A runner that ended badly without a failed test counts as one failure. */
export function vitestOutcome(name: string, { file, code, seconds }: Ended): Outcome {
  const report = read(file) ?? {}
  const failed = count(report['numFailedTests'])
  return {
    name,
    passed: count(report['numPassedTests']),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    notRun: count(report['numPendingTests']) + count(report['numTodoTests']),
    seconds,
  }
}

/**
 * Files of a vitest JSON report in which something failed. Null where trying them again would tell nothing: the runner
 * itself ended badly, or so much failed that no busy machine explains it.
 */
export function filesToTryAgain(file: string): readonly string[] | null {
  const results = read(file)?.['testResults']
  if (!Array.isArray(results)) return null
  const failed = results.flatMap((result: unknown) => {
    const { name, status }: { name?: unknown; status?: unknown } =
      typeof result === 'object' && result !== null ? result : {}
    return status === 'failed' && typeof name === 'string' ? [name] : []
  })
  return failed.length === 0 || failed.length > mostTriedAgain ? null : failed
}

/** The counts of a run, with those files of it that were tried again counted as they came out then. */
export function withSecondTry(first: Outcome, again: Outcome): Outcome {
  const mended = Math.max(0, first.failed - again.failed)
  return {
    ...first,
    passed: first.passed + mended,
    failed: again.failed,
    secondTry: (first.secondTry ?? 0) + mended,
    seconds: first.seconds + again.seconds,
  }
}

/** Counts of a Playwright JSON report. */
export function playwrightOutcome(file: string, code: number, seconds: number): Outcome {
  const stats: unknown = read(file)?.['stats']
  const numbers: Record<string, unknown> = typeof stats === 'object' && stats !== null ? { ...stats } : {}
  const failed = count(numbers['unexpected'])
  const secondTry = count(numbers['flaky'])
  return {
    name: 'browser tests',
    passed: count(numbers['expected']) + secondTry,
    secondTry,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    notRun: count(numbers['skipped']),
    seconds,
  }
}

/**
 * Counts of a run of the fuzzer, one for each of its targets. It ends with 3 where it has no part for this machine: then
 * nothing was tried.
 */
export function fuzzOutcome(file: string, code: number, seconds: number, targets: number): Outcome {
  if (code === 3) return { name: 'fuzzing', passed: 0, failed: 0, notRun: targets, seconds }
  const report = read(file) ?? {}
  const failed = count(report['failed'])
  return {
    name: 'fuzzing',
    passed: count(report['passed']),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    notRun: 0,
    seconds,
  }
}

/** The last lines of `npm test`: one per runner, then the sum. */
export function summary(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map((one) => one.name.length))
  const rows = outcomes.map((one) => {
    const notRun = one.notRun === 0 ? '' : `, ${one.notRun} not run here`
    const again = (one.secondTry ?? 0) === 0 ? '' : `, ${one.secondTry} of them only when tried again`
    return `${one.name.padEnd(width)}  ${one.passed} passed${again}, ${one.failed} failed${notRun}  (${one.seconds.toFixed(0)} s)`
  })
  const sum = (pick: (one: Outcome) => number) => outcomes.reduce((total, one) => total + pick(one), 0)
  return `\n${rows.join('\n')}\n\n${sum((one) => one.passed)} passed, ${sum((one) => one.failed)} failed\n`
}
