import { describe, expect, it } from 'vitest'
import { scoreOf, scoreTable } from './scores'

const statuses = ['Killed', 'Killed', 'Timeout', 'Survived', 'Ignored', 'CompileError']
const report = { files: { 'a.ts': { mutants: statuses.map((status) => ({ status })) }, 'b.ts': { mutants: [] } } }

describe('the score of a module', () => {
  it('counts detected mutants, as a share of those that compile', () => {
    expect(scoreOf('encryption', report)).toEqual({
      module: 'encryption',
      killed: 3,
      survived: 1,
      left: 2,
      percent: 75,
    })
  })

  it('is 0 if no mutant was killed', () => {
    expect(scoreOf('encryption', { files: {} }).percent).toBe(0)
  })

  it('is a table', () => {
    const run = { date: '2026-11-27', commit: '0123abc', seconds: 51 }
    const table = scoreTable([scoreOf('encryption', report), scoreOf('messages', report)], new Map([['messages', run]]))
    expect(table).toContain('| `lib/encryption` | 4 | 3 | 1 | 2 | 75.0 % |  |  |  |')
    expect(table).toContain('| `lib/messages` | 4 | 3 | 1 | 2 | 75.0 % | 2026-11-27 | 0123abc | 51 s |')
  })
})
