import { describe, expect, it } from 'vitest'
import type { Prerequisite } from '@/lib/contract/troubleshoot'
import { readAlready } from './read-already'

const check = (kind: Prerequisite['kind'], outcome: Prerequisite['outcome']): Prerequisite => ({
  kind,
  outcome,
  reason: 'agent-ready',
  values: {},
  missing: null,
  source: 'https://learn.microsoft.com/azure',
  step: null,
})
const kindsOf = (step: Parameters<typeof readAlready>[0], checks: readonly Prerequisite[]) => {
  const found = readAlready(step, [...checks])
  return [found.checks.map(({ kind }) => kind), found.isWhole]
}

describe('what was read already of a step', () => {
  it('is the result of the checks that read the same, whether good or bad', () => {
    const checks = [check('agent-ready', 'pass'), check('agent-version', 'warn'), check('locks', 'fail')]
    expect(kindsOf('show-agent', checks)).toEqual([['agent-ready', 'agent-version'], true])
    expect(kindsOf('show-locks', checks)).toEqual([['locks'], true])
  })

  it('is a part where a check was not read, and nothing where none was', () => {
    expect(kindsOf('show-agent', [check('agent-ready', 'pass'), check('agent-version', 'unread')])).toEqual([
      ['agent-ready'],
      false,
    ])
    expect(kindsOf('show-locks', [check('locks', 'not-allowed')])).toEqual([[], false])
    expect(kindsOf('show-locks', [])).toEqual([[], false])
  })

  it('leaves out what does not apply, and claims nothing about other steps', () => {
    const checks = [check('key-type', 'not-applicable'), check('key-version', 'pass')]
    expect(kindsOf('show-key', checks)).toEqual([['key-version'], true])
    expect(kindsOf('show-recent-changes', checks)).toEqual([[], false])
  })
})
