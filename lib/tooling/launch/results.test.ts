import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { filesToTryAgain, fuzzOutcome, summary, vitestOutcome, withSecondTry } from './results'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-results-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let written = 0
function report(files: Readonly<Record<string, 'passed' | 'failed'>>, passed: number, failed: number): string {
  const file = join(folder, `${++written}.json`)
  const testResults = Object.entries(files).map(([name, status]) => ({ name, status }))
  writeFileSync(file, JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults }))
  return file
}

describe('the sums of a run', () => {
  it('names the files in which something failed, and none where the runner itself broke or much is broken', () => {
    expect(filesToTryAgain(report({ 'a.test.ts': 'passed', 'b.test.ts': 'failed' }, 9, 1))).toEqual(['b.test.ts'])
    expect(filesToTryAgain(report({ 'a.test.ts': 'passed' }, 9, 0))).toBeNull()
    expect(filesToTryAgain(join(folder, 'missing.json'))).toBeNull()
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`${index}.test.ts`, 'failed' as const]))
    expect(filesToTryAgain(report(many, 0, 6))).toBeNull()
  })

  it('counts a test that passes only when tried again as passed and says so', () => {
    const first = vitestOutcome('tests', { file: report({ 'b.test.ts': 'failed' }, 98, 2), code: 1, seconds: 300 })
    const mended = withSecondTry(
      first,
      vitestOutcome('tests', { file: report({ 'b.test.ts': 'passed' }, 10, 0), code: 0, seconds: 5 }),
    )
    expect(mended).toMatchObject({ passed: 100, failed: 0, secondTry: 2 })
    expect(summary([mended])).toContain('100 passed, 2 of them only when tried again, 0 failed')
  })

  it('fails where the second try fails, or never reports', () => {
    const first = vitestOutcome('tests', { file: report({ 'b.test.ts': 'failed' }, 98, 2), code: 1, seconds: 300 })
    const again = vitestOutcome('tests', { file: report({ 'b.test.ts': 'failed' }, 9, 1), code: 1, seconds: 5 })
    expect(withSecondTry(first, again)).toMatchObject({ passed: 99, failed: 1 })
    expect(
      withSecondTry(first, vitestOutcome('tests', { file: join(folder, 'missing.json'), code: 137, seconds: 5 }))
        .failed,
    ).toBe(1)
  })

  it('counts each target of the fuzzer, and none where it could not run', () => {
    const file = join(folder, 'fuzz.json')
    writeFileSync(file, JSON.stringify({ passed: 7, failed: 1 }))
    expect(fuzzOutcome(file, 1, 40, 8)).toMatchObject({ passed: 7, failed: 1, notRun: 0 })
    expect(fuzzOutcome(file, 3, 1, 8)).toMatchObject({ passed: 0, failed: 0, notRun: 8 })
    expect(fuzzOutcome(join(folder, 'missing.json'), 1, 1, 8)).toMatchObject({ passed: 0, failed: 1 })
  })
})
