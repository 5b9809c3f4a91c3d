import { describe, expect, it } from 'vitest'
import { nightlyKinds, nightlyTable } from './nightly'

const measured = { date: '2026-11-28', commit: 'abcdef0', seconds: 1210 }
const result = { passed: 2, failed: 0, notRun: 1, measured }

describe('the results of the nightly run', () => {
  it('are a line for each kind, with date and commit, or "never"', () => {
    const lines = nightlyTable(new Map([['soak', result]]), '').split('\n')
    const ofKind = (kind: string) => lines.find((line) => line.startsWith(`| ${kind} |`))
    for (const kind of nightlyKinds) expect(ofKind(kind)).toBeDefined()
    expect(ofKind('soak')).toMatch(/\| 2 \| 0 \| 1 \| 2026-11-28 \| abcdef0 \| 20 min \|$/)
    expect(ofKind('kills')).toContain('| never |')
  })

  it('of kinds that did not run keep the figures of the last table', () => {
    const last = nightlyTable(new Map([['soak', result]]), '')
    const next = nightlyTable(new Map([['image', { ...result, passed: 20 }]]), `text\n${last}\ntext`)
    expect(next.split('\n').filter((line) => line.includes('never'))).toHaveLength(nightlyKinds.length - 2)
    expect(next.split('\n')).toContain(last.split('\n').find((line) => line.startsWith('| soak |')))
    expect(next).toContain('| 20 | 0 | 1 | 2026-11-28 |')
  })
})
