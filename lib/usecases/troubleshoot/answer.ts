import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import { readInside } from '@/lib/diagnosis/inside/read-inside'
import type { InsideEvidence } from '@/lib/diagnosis/inside/types'
import { ownStepsFit } from '@/lib/diagnosis/steps/own-steps'
import { insideStepOf } from '@/lib/diagnosis/readiness/inside-steps'
import { alternativesIn } from '@/lib/diagnosis/steps/alternatives'
import { prerequisiteSources } from '@/lib/diagnosis/readiness/sources'
import type { Prerequisite } from '@/lib/diagnosis/readiness/types'
import { assessPrerequisites } from '@/lib/diagnosis/readiness/assess'
import { readinessOf } from '@/lib/diagnosis/readiness/roll-up'
import { reportOfPaste } from '@/lib/diagnosis/report'
import { troubleshoot, type Troubleshooting } from '@/lib/diagnosis/troubleshoot'
import { evidence } from '@/lib/encryption/evidence'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import { messagesLimit, readMessagesInTurns, type ReadMessages } from '@/lib/messages/normalise/read-messages'
import type { Judgement } from '../audit/judge-with-audit'
import { withFlags, type LoadedWorkProgress } from '../work-progress/load-work-progress'
import { readsOf } from './reads'
import { wantedVolumesOf } from '@/lib/diagnosis/readiness/wanted-volumes'

/** One reading of a VM for troubleshooting. */
export interface TroubleshootInput {
  readonly id: string
  /** ARM's answer about the VM, as Azure wrote it. */
  readonly text: string
  readonly judgement: Judgement
  readonly related: RelatedResources
  /** A log that the user pasted; null without one. */
  readonly log: string | null
  /** The messages that were parsed from the log, or from the console, before. */
  readonly messages?: ReadMessages
  /** The work progress for this reading. */
  readonly known: Pick<LoadedWorkProgress, 'workProgress' | 'flags'>
  readonly readAt: Date
  readonly armRequests: number
}

type Logs = Pick<TroubleshootInput, 'log' | 'related'>

/** A pasted log takes precedence over the one that Azure kept: the user chose it. */
function logOf({ log, related }: Logs): (Pick<InsideEvidence, 'source'> & { readonly text: string }) | null {
  if (log !== null) return { source: 'pasted', text: log.slice(-messagesLimit) }
  return related.bootLog.known ? { source: 'boot-diagnostics', text: related.bootLog.value } : null
}

/** Parses the log in pieces, so that other requests get their turns as well. */
export function messagesOfLog(logs: Logs): Promise<ReadMessages> {
  return readMessagesInTurns(logOf(logs)?.text ?? '', () => setImmediate())
}

function insideOf(observation: TroubleshootInput): InsideEvidence | null {
  const log = logOf(observation)
  return log && readInside(log.text, log.source, observation.messages)
}

type InsideAnswer = NonNullable<Troubleshoot['inside']>
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
        alternatives: [...alternativesIn(cause.steps)],
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

/** A report is useful only for an unrecognised message. */
function reportFor({ problems }: Troubleshooting, text: string): string | null {
  if (!problems.some(({ kind }) => kind === 'message-unrecognised')) return null
  const report = reportOfPaste(text)
  return report.ok ? report.value : null
}

/**
 * A check with the document behind it and, where only the guest OS has the answer, the step inside the VM, if it is
 * safe now.
 */
function shownPrerequisite(found: Prerequisite, { steps }: Troubleshooting): Troubleshoot['prerequisites'][number] {
  const { kind, values } = found
  const inside = insideStepOf(kind)
  const step = steps.some((each) => each.kind === inside) ? inside : null
  return { ...found, values: { ...values }, source: prerequisiteSources[kind], step }
}

/** The newest line of each kind shows the next steps of its entry, where they fit the VM and the whole log. */
const withNext = (lines: InsideEvidence['lines'], found: Troubleshooting): InsideAnswer['lines'] =>
  lines.map((line, index) => ({
    ...line,
    showsNext: ownStepsFit(line.kind, found) && lines.findLastIndex(({ kind }) => kind === line.kind) === index,
  }))

/** Everything that the panels of troubleshooting and readiness show, from one reading. */
export function troubleshootAnswer(observation: TroubleshootInput): Troubleshoot {
  const { related, readAt } = observation
  const { facts, verdict: judged, attestation: audit } = observation.judgement
  const verdict = withFlags(judged, observation.known.flags)
  const prerequisites = assessPrerequisites({ facts, related, wanted: wantedVolumesOf(facts) }, readAt.getTime())
  const inside = insideOf(observation)
  const found = troubleshoot({ facts, verdict, prerequisites, inside, related })
  return {
    id: observation.id,
    readAt: readAt.toISOString(),
    armRequests: observation.armRequests,
    verdict: { ...verdict, volumes: [...verdict.volumes], flags: [...verdict.flags] },
    evidence: [...evidence(facts, verdict, audit)],
    workProgress: observation.known.workProgress,
    ...weighed(found),
    prerequisites: prerequisites.map((each) => shownPrerequisite(each, found)),
    readiness: readinessOf(
      prerequisites,
      found.problems.some(({ severity }) => severity === 'error'),
    ),
    reads: readsOf(related),
    inside: inside && { ...inside, steps: [...inside.steps], lines: withNext(inside.lines, found) },
    report: reportFor(found, observation.text),
  }
}
