import { describe, expect, it } from 'vitest'
import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { judge } from '@/lib/encryption/judge'
import { problemsIn } from './diagnose'
import type { ProblemKind } from './kinds'
import { prerequisiteKinds, type PrerequisiteKind } from './readiness/kinds'
import type { PrerequisiteOutcome } from './readiness/types'
import { readingOf } from './reading'
import { encrypted, failed, prerequisite } from './testing/case-parts'

function lines(options: VmOptions, kind: PrerequisiteKind, outcome: PrerequisiteOutcome): readonly string[] {
  const facts = readVmFacts(vmBody(options))
  const problems = problemsIn(readingOf(facts, judge(facts), new Map([[kind, prerequisite(kind, outcome)]])))
  return problems.map((problem) => `${problem.severity} ${problem.kind} ${problem.volume}`)
}

describe('related resources', () => {
  /** Each alone is a problem of a VM that uses disk encryption. */
  const problems: Readonly<Partial<Record<PrerequisiteKind, ProblemKind>>> = {
    'vault-region': 'vault-unfit',
    'vault-subscription': 'vault-unfit',
    'vault-enabled': 'vault-unfit',
    'vault-soft-delete': 'vault-unfit',
    'vault-firewall': 'vault-unfit',
    'vault-url': 'vault-unfit',
    'key-type': 'vault-unfit',
    'key-version': 'vault-unfit',
    'secret-present': 'vault-unfit',
    'policy-deny': 'policy-denies-encryption',
    locks: 'lock-blocks-changes',
    'network-platform': 'network-unfit',
    'network-storage': 'network-unfit',
    'network-entra-vault': 'network-unfit',
  }

  it.each(prerequisiteKinds)('%s is a problem where it is not met and disk encryption is used', (kind) => {
    const problem = problems[kind]
    const found = problem === undefined ? [] : [`warning ${problem} null`]
    expect(lines(encrypted, kind, 'fail')).toEqual(found)
    expect(lines({ extension: {} }, kind, 'fail')).toEqual(found)
    expect(lines(encrypted, kind, 'warn')).toEqual([])
    expect(lines({}, kind, 'fail')).toEqual([])
  })

  it.each(prerequisiteKinds)('%s is an error where the last operation failed', (kind) => {
    const severity = kind === 'locks' ? 'warning' : 'error'
    const problem = problems[kind]
    const found = lines(failed(100, 'x'), kind, 'fail').filter(
      (line) => !lines(failed(100, 'x'), kind, 'pass').includes(line),
    )
    expect(found).toEqual(problem === undefined ? [] : [`${severity} ${problem} null`])
  })

  it('leaves the vault to the problem that lists it as a cause', () => {
    const refused = failed(
      19,
      'Failed to encrypt data volumes with error: Encryption settings post request was not accepted. Error: Unknown, stack trace: x',
    )
    const found = lines(refused, 'vault-firewall', 'fail')
    expect(found).toContain('error host-rejected-key-settings all')
    expect(found.filter((line) => line.includes('vault-unfit'))).toEqual([])
  })
})
