import { describe, expect, it } from 'vitest'
import { coverageFigures, coverageOf, coverageTable, isEnough, joinedLines } from './coverage-sums'

/** A file with a statement on each line from 1; the tests ran the first ones. */
const file = (run: number, lines: number, arms: readonly number[] = []) => ({
  statementMap: Object.fromEntries(Array.from({ length: lines }, (_, at) => [at, { start: { line: at + 1 } }])),
  s: Object.fromEntries(Array.from({ length: lines }, (_, at) => [at, at < run ? 3 : 0])),
  b: { 0: arms },
})
const coverage = {
  '/top/lib/encryption/rules.ts': file(10, 10, [1, 0]),
  '/top/lib/store/read.ts': file(80, 100),
  '/top/app/api/v1/fleet/route.ts': file(10, 10),
  '/top/components/fleet/table.tsx': file(1, 2),
  '/top/components/fleet/page.tsx': file(0, 50),
}
const inBrowser = joinedLines([
  { 'components/fleet/page.tsx': [1, 2, 3], 'components/fleet/table.tsx': [1] },
  { 'components/fleet/page.tsx': [3, 4, 400], 'lib/store/read.ts': [] },
])
const sums = coverageOf(coverage, inBrowser, (path) => path.slice('/top/'.length))

describe('the results of coverage', () => {
  it('are by parts of the product', () => {
    expect(sums.parts.map(({ files, lines }) => [files, lines.covered, lines.total])).toEqual([
      [1, 10, 10],
      [1, 80, 100],
      [1, 10, 10],
      [2, 1, 52],
    ])
  })

  it('count a line that only the browser runs once, and no missing line', () => {
    expect(sums.parts[3]?.allLines).toEqual({ covered: 5, total: 52 })
    expect(sums.all.allLines).toEqual({ covered: 105, total: 172 })
  })

  it('count a line with several statements as run if one of them ran', () => {
    const two = { statementMap: { 0: { start: { line: 1 } }, 1: { start: { line: 1 } } }, s: { 0: 0, 1: 1 }, b: {} }
    expect(coverageOf({ '/a': two }, new Map(), (path) => path).all.lines).toEqual({ covered: 1, total: 1 })
  })

  it('pass with every branch of the core and 90 % of the lines, and fail with less', () => {
    const judged = (run: number, arms: readonly number[]) =>
      isEnough(coverageOf({ 'lib/messages/a.ts': file(run, 10, arms) }, new Map(), (path) => path))
    expect([judged(9, [1, 2]), judged(8, [1, 2]), judged(10, [1, 0]), judged(10, [])]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('are a table', () => {
    expect(coverageTable(sums)).toContain('| the rest of `lib` | 1 | 80.0 % of 100 | 80.0 % of 100 | 100.0 % of 0 |')
    expect(coverageTable(sums)).toContain('| all | 5 | 58.7 % of 172 | 61.0 % of 172 | 50.0 % of 2 |')
  })

  it('are two figures with their required values', () => {
    expect(coverageFigures(sums).split('\n')).toEqual([
      'Branches of the core: 50.00 %, asked are 100 %',
      'Lines of all: 61.0 %, asked are 90 %',
    ])
  })
})
