import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { judge } from '@/lib/encryption/judge'
import { messageKindsInLogs } from './testing/log-lines'
import { commandText } from './commands/build'
import type { InsideEvidence } from './inside/types'
import { diagnose } from './diagnose'
import { problemKinds } from './kinds'
import { prerequisiteKinds } from './readiness/kinds'
import { prerequisiteOutcomes, type Prerequisite } from './readiness/types'
import { anyBody } from './testing/any-body'
import { failed, failedWith, says, vm, prerequisite } from './testing/case-parts'
import { problemCases } from './testing/problem-cases'
import { troubleshoot, type Troubleshooting } from './troubleshoot'

function shot(
  body: unknown,
  prerequisites: readonly Prerequisite[] = [],
  inside: InsideEvidence | null = null,
): Troubleshooting {
  const facts = readVmFacts(body)
  return troubleshoot({ facts, verdict: judge(facts), prerequisites, inside, related: null })
}

describe('troubleshooting', () => {
  it('finds the same problems as the diagnosis, each with causes and steps', () => {
    for (const kind of problemKinds) {
      const body = vmBody(problemCases[kind].shows)
      const facts = readVmFacts(body)
      const { problems, steps } = shot(body)
      expect(problems.map((problem) => problem.kind)).toEqual(
        diagnose(facts, judge(facts)).map((problem) => problem.kind),
      )
      const named = new Set(problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps)))
      expect(new Set(steps.map((step) => step.kind))).toEqual(named)
    }
  })

  it('ranks shown causes before possible ones', () => {
    const firewall = prerequisite('vault-firewall', 'fail')
    const { problems } = shot(
      vmBody(says('Encryption succeeded for all volumes', { os: 'Encrypted', data: 'Encrypted' })),
      [firewall],
    )
    expect(problems.map(({ kind, causes }) => [kind, causes[0]?.kind])).toEqual([
      ['vault-unfit', 'vault-firewall-shuts-out'],
    ])
  })

  it('fills commands with the names of this VM', () => {
    const { steps } = shot(vmBody(problemCases['restart-pending'].shows))
    const restart = steps.find(({ kind }) => kind === 'restart-vm')
    expect(commandText(restart?.commands.az ?? [])).toBe(
      'az vm restart --resource-group shop --name web --subscription 11111111-2222-3333-4444-555555555555',
    )
    expect(commandText(restart?.commands.powershell ?? [])).toBe(
      'Set-AzContext -Subscription 11111111-2222-3333-4444-555555555555 | Out-Null\nRestart-AzVM -ResourceGroupName shop -Name web',
    )
  })

  it('puts no text from the guest into a command', () => {
    const marker = 'GUEST-WROTE-THIS; reboot'
    const guestFields = ['message', 'displayStatus', 'osName', 'osVersion', 'computerName']
    const written = (key: string, value: unknown): unknown =>
      guestFields.includes(key) && typeof value === 'string' ? marker : value
    const guestWritten = [
      ...problemKinds.map((kind) => JSON.parse(JSON.stringify(vmBody(problemCases[kind].shows)), written) as unknown),
      vmBody(failed(19, `Failed to encrypt OS volume with error: ${marker}, stack trace: x, machine state: stripdown`)),
      vmBody(vm({ ...failedWith(19, marker), report: marker })),
    ]
    for (const body of guestWritten)
      for (const { commands } of shot(body).steps)
        for (const parts of Object.values(commands)) expect(commandText(parts)).not.toContain('GUEST-WROTE')
  })

  it('never throws, and gives every problem a cause that is not ruled out and has steps', () => {
    const found = fc.array(fc.tuple(fc.constantFrom(...prerequisiteKinds), fc.constantFrom(...prerequisiteOutcomes)))
    const lines = fc.array(fc.constantFrom(...messageKindsInLogs), { maxLength: 4 })
    fc.assert(
      fc.property(anyBody, found, lines, (body, outcomes, kinds) => {
        const inside: InsideEvidence = {
          source: 'pasted',
          lines: kinds.map((kind) => ({ kind, text: '', line: 1, at: null })),
          steps: [],
          cut: false,
        }
        const { problems, steps } = shot(
          body,
          outcomes.map(([kind, outcome]) => prerequisite(kind, outcome)),
          inside,
        )
        const known = new Set(steps.map(({ kind }) => kind))
        for (const { kind, causes } of problems) {
          expect(causes.length, kind).toBeGreaterThan(0)
          for (const cause of causes) expect(cause.steps.every((step) => known.has(step))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
