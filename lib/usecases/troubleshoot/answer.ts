import 'server-only'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import { insideLimit, readInside } from '@/lib/diagnosis/inside/read-inside'
import type { InsideEvidence } from '@/lib/diagnosis/inside/types'
import { assessPrerequisites } from '@/lib/diagnosis/readiness/assess'
import { readinessOf } from '@/lib/diagnosis/readiness/roll-up'
import { reportOfPaste } from '@/lib/diagnosis/report'
import { troubleshoot, type Troubleshooting } from '@/lib/diagnosis/troubleshoot'
import { attest, attestationOf } from '@/lib/encryption/attestation'
import { evidence } from '@/lib/encryption/evidence'
import { judge } from '@/lib/encryption/judge'
import type { Surroundings } from '@/lib/facts/surroundings/types'
import type { VmFacts } from '@/lib/facts/types'
import { readsOf } from './reads'
import { wantedVolumesOf } from './wanted-volumes'

/** What one look at a VM brought. */
export interface Look {
  readonly id: string
  /** The VM's own answer, as Azure wrote it. */
  readonly text: string
  readonly facts: VmFacts
  readonly surroundings: Surroundings
  /** A log that the person pasted; null where there is none. */
  readonly log: string | null
  readonly readAt: Date
  readonly armRequests: number
}

/** What the person pasted comes before what Azure kept: they chose it. */
function insideOf({ log, surroundings }: Look): InsideEvidence | null {
  if (log !== null) return readInside(log.slice(-insideLimit), 'pasted')
  return surroundings.bootLog.known ? readInside(surroundings.bootLog.value, 'boot-diagnostics') : null
}

type Weighed = Pick<Troubleshoot, 'problems' | 'steps'>

function weighed({ problems, steps }: Troubleshooting): Weighed {
  return {
    problems: problems.map((problem) => ({
      ...problem,
      evidence: [...problem.evidence],
      causes: problem.causes.map((cause) => ({
        ...cause,
        facts: [...cause.facts],
        prerequisites: [...cause.prerequisites],
        values: { ...cause.values },
        steps: [...cause.steps],
      })),
    })),
    steps: steps.map((step) => ({
      ...step,
      risks: [...step.risks],
      commands: Object.fromEntries(
        Object.entries(step.commands).map(([shell, parts]) => [shell, parts.map((part) => ({ ...part }))]),
      ),
    })),
  }
}

/** A report is of use only where nobody knows the message. */
function reportFor({ problems }: Troubleshooting, text: string): string | null {
  if (!problems.some(({ kind }) => kind === 'message-unrecognised')) return null
  const report = reportOfPaste(text)
  return report.ok ? report.value : null
}

/** Everything that the panels of troubleshooting and readiness show, from one look. */
export function troubleshootAnswer(look: Look): Troubleshoot {
  const { facts, surroundings, readAt } = look
  const { attestation } = surroundings
  const audit = attestation.known ? attestationOf(attestation.value, readAt.toISOString()) : null
  const verdict = attest(judge(facts), facts, audit)
  const prerequisites = assessPrerequisites({ facts, surroundings, wanted: wantedVolumesOf(facts) }, readAt.getTime())
  const inside = insideOf(look)
  const found = troubleshoot({ facts, verdict, prerequisites, inside, surroundings })
  return {
    id: look.id,
    readAt: readAt.toISOString(),
    armRequests: look.armRequests,
    verdict: { ...verdict, volumes: [...verdict.volumes], flags: [...verdict.flags] },
    evidence: [...evidence(facts, verdict, audit)],
    ...weighed(found),
    prerequisites: prerequisites.map((found) => ({ ...found, values: { ...found.values } })),
    readiness: readinessOf(prerequisites),
    reads: readsOf(surroundings),
    inside: inside && { ...inside, steps: [...inside.steps], lines: inside.lines.map((line) => ({ ...line })) },
    report: reportFor(found, look.text),
  }
}
