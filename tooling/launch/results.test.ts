import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fuzzOutcome, outcomeOfCode, playwrightOutcome, summary, vitestOutcome } from './results'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-results-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let written = 0
function report(json: unknown): string {
  const file = join(folder, `${++written}.json`)
  writeFileSync(file, JSON.stringify(json))
  return file
}
const missing = join(folder, 'missing.json')

describe('the results of a run', () => {
  it('count passed, failed and, separately, tests that were not run', () => {
    const file = report({ numPassedTests: 98, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 })
    const outcome = vitestOutcome('tests', { file, code: 1, seconds: 300 })
    expect(outcome).toEqual({ name: 'tests', passed: 98, failed: 2, notRun: 4, seconds: 300 })
    expect(summary([outcome])).toMatch(
      /tests {2}98 passed, 2 failed, 4 not run here {2}\(300 s\)\n\n98 passed, 2 failed\n$/,
    )
  })

  it('count a browser test that passes only on a retry as failed', () => {
    const file = report({ stats: { expected: 9, flaky: 1, unexpected: 0, skipped: 2 } })
    const outcome = playwrightOutcome('browser tests', { file, code: 0, seconds: 5 })
    expect(outcome).toMatchObject({ passed: 9, failed: 1, notRun: 2 })
  })

  it('fail if a runner failed without a failed test, or wrote no report', () => {
    const file = report({ numPassedTests: 98, numFailedTests: 0 })
    expect(vitestOutcome('tests', { file, code: 137, seconds: 5 })).toMatchObject({ passed: 98, failed: 1 })
    for (const outcome of [vitestOutcome, playwrightOutcome])
      expect(outcome('tests', { file: missing, code: 1, seconds: 5 })).toMatchObject({ passed: 0, failed: 1 })
  })

  it('count each target of the fuzzer, and none if it could not run', () => {
    const file = report({ passed: 7, failed: 1 })
    expect(fuzzOutcome({ file, code: 1, seconds: 40 }, 8)).toMatchObject({ passed: 7, failed: 1, notRun: 0 })
    expect(fuzzOutcome({ file, code: 3, seconds: 1 }, 8)).toMatchObject({ passed: 0, failed: 0, notRun: 8 })
    expect(fuzzOutcome({ file: missing, code: 1, seconds: 1 }, 8)).toMatchObject({ passed: 0, failed: 1 })
  })

  it.each([
    [0, { passed: 1, failed: 0, notRun: 0 }],
    [3, { passed: 0, failed: 0, notRun: 1 }],
    [1, { passed: 0, failed: 1, notRun: 0 }],
  ])('interpret the exit code %s of a program', (code, sums) => {
    expect(outcomeOfCode('image', code, 2)).toEqual({ name: 'image', seconds: 2, ...sums })
  })
})
