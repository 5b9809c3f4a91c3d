import { existsSync, readFileSync } from 'node:fs'

/** The result of one runner. `notRun` are tests that could not run here, with the reason; they never count as passed. */
export interface Outcome {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly notRun: number
  readonly seconds: number
}

const count = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

function read(file: string): Record<string, unknown> | null {
  if (!existsSync(file)) return null
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null
}

/** The result of a program that reports only an exit code. It ends with 3 if it cannot run on this machine. */
export function outcomeOfCode(name: string, code: number, seconds: number): Outcome {
  const [passed, failed, notRun] = code === 0 ? [1, 0, 0] : code === 3 ? [0, 0, 1] : [0, 1, 0]
  return { name, passed, failed, notRun, seconds }
}

/** The outcome of a runner: its JSON report, its exit code, and its duration. */
interface Ended {
  readonly file: string
  readonly code: number
  readonly seconds: number
}

/** Counts of a vitest JSON report. A runner that failed without a failed test counts as one failure. */
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

/** Counts of a Playwright JSON report. */
export function playwrightOutcome(name: string, { file, code, seconds }: Ended): Outcome {
  const stats: unknown = read(file)?.['stats']
  const numbers: Record<string, unknown> = typeof stats === 'object' && stats !== null ? { ...stats } : {}
  const failed = count(numbers['unexpected']) + count(numbers['flaky'])
  return {
    name,
    passed: count(numbers['expected']),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    notRun: count(numbers['skipped']),
    seconds,
  }
}

/**
 * Counts of a run of the fuzzer, one for each of its targets. It ends with 3 without a native binary for this machine: then
 * no target ran.
 */
export function fuzzOutcome({ file, code, seconds }: Ended, targets: number): Outcome {
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
    return `${one.name.padEnd(width)}  ${one.passed} passed, ${one.failed} failed${notRun}  (${one.seconds.toFixed(0)} s)`
  })
  const sum = (pick: (one: Outcome) => number) => outcomes.reduce((total, one) => total + pick(one), 0)
  return `\n${rows.join('\n')}\n\n${sum((one) => one.passed)} passed, ${sum((one) => one.failed)} failed\n`
}
