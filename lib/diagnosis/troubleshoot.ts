import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import type { TextVerdict, Verdict } from '@/lib/encryption/types'
import { besideProblems } from './beside-problems'
import { causesOf } from './causes/rank'
import type { Cause } from './causes/types'
import { missingRightsIn } from './commands/missing-rights'
import type { CommandSubject } from './commands/subject'
import { subjectOf } from './commands/subject-of'
import { unknownSubject } from './commands/unknown-subject'
import { problemsIn } from './diagnose'
import { isContradicted } from './contradicted'
import { contradictsItself } from './contradicts-itself'
import { deniedByExtension } from './denied-by-extension'
import { deniedByGuest, deniedByMessages, deniedInWords, showsEncrypted } from './guest-evidence'
import type { InsideEvidence } from './inside/types'
import { insideStepOf } from './readiness/inside-steps'
import type { Prerequisite } from './readiness/types'
import { readingOf } from './reading'
import { stepFor, steps } from './steps'
import { stepKinds, type StepKind } from './steps/kinds'
import { allowsChanges, encrypts, offered } from './steps/offered'
import type { OwnStepsGate } from './steps/own-steps'
import { afterRestCheck } from './steps/rest'
import { nothingBeside, situationOf, type Beside, type Situation } from './steps/situation'
import type { ShownStep } from './steps/types'
import { problemSeverities, type Problem, type DiagnosisInput } from './types'

/** Everything that is known about one VM when a user opens its troubleshooting. */
export interface TroubleshootInput {
  readonly facts: VmFacts
  readonly verdict: Verdict
  /** The outcome of each prerequisite check. */
  readonly prerequisites: readonly Prerequisite[]
  /** What a console or extension log shows; null where no log was read. */
  readonly inside: InsideEvidence | null
  /** Null where no related resource was read. */
  readonly related: RelatedResources | null
}

/** What stands around a pasted answer: it counts for the safety of steps. */
export interface Pasted {
  readonly beside: Beside
  /** What the text shows of the VM that the answer does not name: a start that failed. */
  readonly findings: readonly TextVerdict[]
}

const nothingPasted: Pasted = { beside: nothingBeside, findings: [] }

export interface WeighedProblem extends Problem {
  /** Ranked: shown causes first. Never empty. */
  readonly causes: readonly Cause[]
}

export interface Troubleshooting extends OwnStepsGate {
  readonly problems: readonly WeighedProblem[]
  /** Every step that some cause or check names, once, with this VM's names in its commands. */
  readonly steps: readonly ShownStep[]
  /** Whether the reading shows that nothing runs in the VM; otherwise a change waits for a check. */
  readonly restIsShown: boolean
  /** Why Azure Disk Encryption does not support the VM, where a remedy would send a request; otherwise empty. */
  readonly unsupported: readonly Prerequisite[]
}

/** The problems of a reading with their whole remedies: none of their steps is shown before `showSafe` has chosen. */
function weigh(reading: DiagnosisInput, inside: InsideEvidence | null): readonly WeighedProblem[] {
  const { prerequisites } = reading
  return problemsIn(reading).map((problem) => ({
    ...problem,
    causes: causesOf({ reading, problem, prerequisites, inside }),
  }))
}

/** The problems that findings name, each by its own words alone. */
const weighAll = (findings: readonly TextVerdict[]): readonly WeighedProblem[] =>
  findings.flatMap((finding) => weigh(readingOf(null, finding), null))

/** Where no other problem is as severe, none can be solved first. */
function withOther(kinds: readonly StepKind[], problem: Problem, all: readonly Problem[]): readonly StepKind[] {
  const rank = ({ severity }: Problem): number => problemSeverities.indexOf(severity)
  if (all.some((each) => each !== problem && rank(each) <= rank(problem))) return kinds
  const own = kinds.map((kind) => (kind === 'other-problem-first' ? 'ask-support' : kind))
  return [...new Set(own)]
}

/** Whether a remedy sends a request by the method that the VM has. */
const requests = ({ causes }: WeighedProblem): boolean =>
  causes.some(({ steps: kinds }) => kinds.some((kind) => encrypts.includes(kind)))

/** A request of dual pass, and the way to single pass, exclude each other: the latter waits. */
const afterRequest = (kinds: readonly StepKind[]): readonly StepKind[] => [
  ...new Set(kinds.map((kind) => (steps[kind].phase === 'do' ? 'other-problem-first' : kind))),
]

/**
 * The one place where steps are chosen: after everything was put together, by everything that is known.
 * @param checksInGuest checks that are offered beside the remedies
 */
function showSafe(
  problems: readonly WeighedProblem[],
  checksInGuest: readonly StepKind[],
  situation: Situation,
  subject: CommandSubject,
): Troubleshooting {
  const shown = (kinds: readonly StepKind[]): readonly StepKind[] =>
    situation.restIsShown ? offered(kinds, situation) : afterRestCheck(offered(kinds, situation))
  const asksDual = situation.pass === 'dual' && problems.some(requests)
  const safe = problems.map((problem) => ({
    ...problem,
    causes: problem.causes.map(({ steps: kinds, ...cause }) => {
      const wanted = asksDual && problem.kind === 'dual-pass-in-use' ? afterRequest(kinds) : kinds
      return { ...cause, steps: withOther(shown(wanted), problem, problems) }
    }),
  }))
  const named = new Set<StepKind>([
    ...safe.flatMap(({ causes }) => causes.flatMap(({ steps }) => steps)),
    // While the OS disk is copied, a check inside disturbs the copy, whichever page offers it.
    ...offered(checksInGuest, situation),
  ])
  const unsupported = named.has('request-unsupported') ? situation.unsupported : []
  const hasKey = situation.keyLosses.length === 0
  return {
    problems: safe,
    steps: stepKinds.filter((kind) => named.has(kind)).map((kind) => stepFor(kind, subject)),
    restIsShown: situation.restIsShown,
    unsupported,
    // A message's own steps can end in a request.
    changesAllowed: unsupported.length === 0 && allowsChanges(situation) && hasKey && !isContradicted(problems),
    keyAtRisk: situation.keyFault || !hasKey,
    isDown: situation.isOff || situation.isStopping || situation.bootFailed,
  }
}

/** The permissions that refusals of Key Vault name. */
const rightsIn = (verdicts: readonly TextVerdict[]): CommandSubject['missingRights'] =>
  missingRightsIn(verdicts.map(({ progress }) => progress.message ?? ''))

/** Whether tools, other reports or people say the opposite of a verdict. */
const isDenied = (verdict: TextVerdict, { fragments, ...words }: Beside, facts: VmFacts | null = null): boolean =>
  deniedByGuest(verdict, fragments) || deniedByExtension(verdict, fragments, facts) || deniedInWords(verdict, words)

/**
 * The problems of one VM, each with its causes ranked by the evidence and the steps of their remedies. Total; the clock
 * counts only against the time of a status that is after now; no history beyond the verdict's flags, and no text from the guest in any command.
 */
export function troubleshoot(input: TroubleshootInput, { beside, findings }: Pasted = nothingPasted): Troubleshooting {
  const prerequisites = new Map(input.prerequisites.map((found) => [found.kind, found]))
  const alone = {
    ...readingOf(input.facts, input.verdict, prerequisites, input.related),
    osDiskBeside: beside.osDisk,
  }
  const checksInGuest = input.prerequisites.map(({ kind }) => insideStepOf(kind)).filter((step) => step !== null)
  const situation = situationOf(alone, { ...beside, messages: [...beside.messages, ...(input.inside?.lines ?? [])] })
  const reading = {
    ...alone,
    workBeside: beside === nothingBeside ? null : situation.copying,
    workMentioned: beside.mentioned !== null,
    isDenied:
      beside.isPasted &&
      (isDenied(input.verdict, beside, input.facts) ||
        deniedByMessages(input.verdict, beside.messages) ||
        contradictsItself(input.facts, input.verdict)),
  }
  return showSafe(
    besideProblems(weigh(reading, input.inside), weighAll(findings), beside, situation),
    checksInGuest,
    situation,
    {
      ...subjectOf(input.facts, input.related, prerequisites, situation.pass),
      missingRights: rightsIn([input.verdict, ...findings]),
    },
  )
}

/** What words alone show, and everything that stands beside them. */
export interface WordsInput {
  readonly verdict: TextVerdict
  /** What the lines around the words show. */
  readonly inside: InsideEvidence | null
  /** What lines beside the judged one show: problems of the same run that it does not name. */
  readonly findings: readonly TextVerdict[]
  readonly beside: Beside
}

/** A refusal for a scale set names no instance; no command for a single VM reaches one. */
const instanceIn = (problems: readonly Problem[]): CommandSubject['instance'] =>
  problems.some(({ kind }) => kind === 'scale-set-refused') ? { scaleSet: null, number: null } : null

/** The same from words alone: nothing is known of the VM, so that every name in a command is a placeholder. */
export function troubleshootWords({ verdict, inside, findings, beside }: WordsInput): Troubleshooting {
  const alone = { ...readingOf(null, verdict), osDiskBeside: beside.osDisk }
  const situation = situationOf(alone, beside)
  const reading = {
    ...alone,
    workBeside: situation.copying,
    workMentioned: beside.mentioned !== null,
    encryptedBeside: showsEncrypted(beside.fragments),
    isDenied: isDenied(verdict, beside),
  }
  const problems = besideProblems(weigh(reading, inside), weighAll(findings), beside, situation)
  return showSafe(problems, [], situation, {
    ...unknownSubject,
    osType: beside.osType,
    instance: instanceIn(problems),
    isDualPass: situation.pass === 'dual',
    missingRights: rightsIn([verdict, ...findings]),
  })
}
