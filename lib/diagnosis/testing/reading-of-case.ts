import { vmBody } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { judge } from '@/lib/encryption/judge'
import { judgeText } from '@/lib/encryption/judge-text'
import { readingOf } from '../reading'
import type { DiagnosisInput } from '../types'
import { prerequisite, type ProblemCase } from './case-parts'

/** The reading of the VM that shows a problem. */
export function readingOfCase({
  shows,
  cmdlet,
  says,
  unmet = [],
  found = [],
  flags = [],
  beside,
}: ProblemCase): DiagnosisInput {
  if (cmdlet !== undefined) {
    const status = { ...cmdlet, tool: 'powershell', settings: null, message: null, osType: null } as const
    return readingOf(null, judgeText(status))
  }
  const facts = readVmFacts(vmBody(shows))
  const verdict = judge(facts)
  const around = new Map(
    [...unmet.map((kind) => prerequisite(kind, 'fail')), ...found].map((each) => [each.kind, each]),
  )
  const progress = says === undefined ? verdict.progress : { ...verdict.progress, messageKind: says }
  return {
    ...readingOf(facts, { ...verdict, progress, flags: [...verdict.flags, ...flags] }, around),
    workBeside: beside ?? null,
    workMentioned: false,
  }
}
