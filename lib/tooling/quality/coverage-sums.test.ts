import { describe, expect, it } from 'vitest'
import { coverageFigures, coverageOf, coverageTable } from './coverage-sums'

const counts = (covered: number, total: number) => ({
  lines: { covered, total },
  branches: { covered, total: total * 2 },
})
const summary = {
  total: counts(1, 1000),
  '/top/lib/encryption/rules.ts': counts(10, 10),
  '/top/lib/store/read.ts': counts(80, 100),
  '/top/app/api/v1/fleet/route.ts': counts(10, 10),
  '/top/components/fleet/table.tsx': counts(1, 2),
  '/top/components/fleet/page.tsx': counts(0, 50),
  '/top/app/(pages)/page.tsx': counts(0, 8),
}
const sums = coverageOf(summary, (path) => path.slice('/top/'.length))

describe('the sums of a coverage', () => {
  it('are by parts of the product', () => {
    expect(sums.parts.map(({ files, lines }) => [files, lines.covered, lines.total])).toEqual([
      [1, 10, 10],
      [1, 80, 100],
      [1, 10, 10],
      [1, 1, 2],
    ])
  })

  it('leave aside the screens that no unit test loads, and say how much that is', () => {
    expect(sums.lines).toBeCloseTo((100 * 101) / 122)
    expect(sums.browserAlone).toMatchObject({ files: 2, lines: { covered: 0, total: 58 } })
  })

  it('are a table', () => {
    expect(coverageTable(sums)).toContain('| the rest of `lib` | 1 | 80.0 % of 100 | 40.0 % of 200 |')
    expect(coverageTable(sums)).toContain('| all of these | | **82.8 %** | |')
  })

  it('are three figures with what is asked of them', () => {
    expect(coverageFigures(sums).split('\n')).toEqual([
      'Branches of the core: 50.00 %, asked are 100 %',
      'Lines of all that unit tests load: 82.8 %, asked are 90 %',
      'Lines of all, screens that browser tests alone run included: 56.1 %',
    ])
  })
})
