import type { RecognisedPaste } from '@/lib/facts/paste/recognise'
import { readFragments } from '@/lib/facts/paste/fragments'
import type { Fragment } from '@/lib/facts/paste/fragments/types'
import { withoutOtherResources } from '@/lib/facts/paste/other-resource'
import { judge } from '@/lib/encryption/judge'
import { judgeText } from '@/lib/encryption/judge-text'
import type { TextVerdict } from '@/lib/encryption/types'
import { catalogue } from '@/lib/messages/catalogue'
import { carriedLines } from '@/lib/messages/normalise/carried'
import type { ReadMessage } from '@/lib/messages/normalise/read-messages'
import { stripLine } from '@/lib/messages/normalise/strip'
import { withoutCredentials } from '@/lib/messages/report/redact'
import { valueOrNull } from '@/lib/shared/known'
import { nothingBeside, type Beside } from '../steps/situation'
import { fragmentsOf, furtherReports, workOfReports, type FurtherReport } from '../steps/further-reports'
import { isRestartDue } from '../steps/job-end'
import { ownStepsAreSafe, ownStepsFitBeside } from '../steps/own-steps'
import { heavier, type Copying, type SaidMessage } from '../steps/work'
import { troubleshoot, troubleshootWords, type Troubleshooting } from '../troubleshoot'
import { areOn, openOperations, type OpenOperation } from './activity-log'
import { besideAnswer, evidenceLines, systemOf } from './beside'
import { answeredScreens } from './boot-screens'
import { readPlaced } from './entries'
import { explainText, type ExplainedText, type TextMessage } from './explain-text'
import { isLaterThan, timeOfStatus, type LineTime } from './line-time'
import { commandsIn, workOfCommands, type LoggedCommand } from './logged-commands'
import { readPowerRows } from './power-rows'
import { terraformOperations } from './terraform'
import { hasUnjudged, type AnsweredVms } from './unjudged'
import { bootFindings, stateFindings, verdictOfMessage } from './verdict-of-message'

/** What to do by an answer and by everything around it, and what stands around it. */
export interface Advised {
  readonly troubleshooting: Troubleshooting
  readonly around: ExplainedText | null
  /** Whether other words stand beside the answer, which nothing judges. */
  readonly saysMore: boolean
  /** What tools printed beside the answer, for people. */
  readonly fragments: readonly Fragment[]
}

export interface Around {
  /** Whether JSON breaks off in it: what it held is not known. */
  readonly isCut: boolean
  readonly shown: ExplainedText | null
  readonly fragments: readonly Fragment[]
  readonly saysMore: boolean
  readonly beside: Beside
  /** Commands of runs on lines with a time: those that the answer's own status follows are over. */
  readonly dated: readonly LoggedCommand[]
  /** Operations of an Activity Log without an end: those of another VM say nothing of an answer. */
  readonly operations: readonly OpenOperation[]
  /** Failures, work and open changes of the key that the answer does not name. */
  readonly findings: readonly TextVerdict[]
}

const nothingAround: Around = {
  isCut: false,
  shown: null,
  saysMore: false,
  fragments: [],
  beside: nothingBeside,
  dated: [],
  operations: [],
  findings: [],
}

/** Fragments without credentials. */
export const shownFragments = (fragments: readonly Fragment[]): readonly Fragment[] =>
  fragments.map(({ kind, rows }) => ({
    kind,
    rows: rows.map((row) => ({ ...row, subject: withoutCredentials(row.subject), raw: withoutCredentials(row.raw) })),
  }))

/** Whether the text tells anything of the VM, its disks or its keys besides messages. */
function saysAnything(beside: Beside): boolean {
  const { unknownLater, isOff, keyChange, keyLosses, osDisk, bootFailed } = beside
  const showsWork = beside.copying !== null || beside.mentioned !== null
  const saysOfDisk = unknownLater || isOff || osDisk || showsWork || beside.saysEncrypted || beside.saysPlain
  return saysOfDisk || bootFailed || keyChange || keyLosses.length > 0
}

/**
 * What stands around the answers of a text: read once for all of them.
 * @param isCut whether JSON breaks off in it: what it held is not known
 */
export function readAround(text: string, vms: AnsweredVms, isCut: boolean): Around {
  if (text.trim() === '') return nothingAround
  const rest = withoutOtherResources(text)
  const fragments = readFragments(carriedLines(rest).map(({ raw }) => stripLine(raw).text))
  const { known: placed, ...others } = readPlaced(rest)
  const all = placed.map(({ message }) => message)
  const answered = answeredScreens(rest, all)
  const known = all.filter((message) => !answered.has(message))
  const power = readPowerRows(rest)
  const read = besideAnswer({ text: power.rest, read: { ...others, known } }, fragments)
  const beside = { ...read, unknownLater: read.unknownLater || isCut }
  const dated = commandsIn(rest).filter(({ time }) => time !== null)
  const operations = [...openOperations(rest), ...power.operations, ...terraformOperations(rest)]
  const says = saysAnything(beside) || dated.length + operations.length > 0
  const saysMore = isCut || hasUnjudged(text, fragments, all, vms)
  if (beside.messages.length + fragments.length === 0 && !says) return { ...nothingAround, saysMore }
  const found = known.filter(
    ({ kind }) => kind !== null && (catalogue[kind].severity === 'error' || ownStepsAreSafe(kind)),
  )
  const byKind = new Map(found.map((message) => [message.kind, verdictOfMessage(message)]))
  const verdicts = [...byKind.values()]
  const words = explainText(rest, fragments)
  // The answer is judged: no message beside it decides, and whether its own steps fit is known only with the answer.
  const shown = [...words.messages, ...linesAsMessages(rest, all)]
    .map((message) => ({ ...message, decides: false, showsNext: false }))
    .toSorted((one, other) => one.line - other.line)
  return {
    isCut,
    shown: {
      ...words,
      order: 'unknown',
      messages: shown,
      // Lines of a tool's output are not unknown messages.
      unknown: fragments.length === 0 ? words.unknown : [],
      problems: [],
      steps: [],
      restIsShown: false,
      unsupported: [],
      changesAllowed: false,
      isDown: false,
      keyAtRisk: false,
    },
    saysMore,
    fragments: shownFragments(fragments),
    beside,
    dated,
    operations,
    findings: [...verdicts, ...stateFindings(beside)],
  }
}

/** The lines inside paragraphs that count as evidence, and that no message repeats. */
function linesAsMessages(rest: string, known: readonly ReadMessage[]): readonly TextMessage[] {
  return evidenceLines(rest)
    .filter(({ line }) => known.every((message) => message.line !== line))
    .map(({ line, text, kind }) => ({
      kind: kind ?? 'unrecognised',
      text: withoutCredentials(text),
      line,
      around: [],
      within: [],
      status: null,
      code: null,
      at: null,
      machine: null,
      decides: false,
      showsNext: false,
    }))
}

/** The same with reports of work that the verdict does not rest on: they stand beside it, too. */
function withReports(around: Around, reports: readonly FurtherReport[]): Around {
  if (reports.length === 0) return around
  const { fragments, beside } = around
  const found = fragmentsOf(reports)
  return {
    ...around,
    fragments: [...fragments, ...shownFragments(found)],
    beside: {
      ...beside,
      fragments: [...beside.fragments, ...found],
      copying: heavier(beside.copying, workOfReports(reports.filter(({ isLater }) => isLater === null))),
      mentioned: heavier(beside.mentioned, workOfReports(reports.filter(({ isLater }) => isLater === true))),
    },
  }
}

/**
 * What to do by an answer that was recognised in a text, and by what the rest of that text says. Of both the more
 * dangerous reading governs, because their order is unknown.
 * @param others what other answers in the text report of the same VM
 */
export function troubleshootBeside(
  paste: RecognisedPaste,
  around: Around,
  others: readonly FurtherReport[] = [],
): Advised {
  const further = 'status' in paste ? [] : furtherReports(paste.facts)
  const { shown, fragments, saysMore, beside, dated, operations, findings } = withReports(around, [
    ...further,
    ...others,
  ])
  const verdict = 'status' in paste ? judgeText(paste.status) : judge(paste.facts)
  const { message, messageKind } = verdict.progress
  const isKnown = message !== null && messageKind !== null && messageKind !== 'unrecognised'
  const own: readonly SaidMessage[] = isKnown ? [{ kind: messageKind, text: message }] : []
  const all =
    beside === nothingBeside
      ? beside
      : {
          ...beside,
          ...behindStatus(dated, paste, beside),
          unknownLater:
            beside.unknownLater ||
            areOn(operations, { name: nameOf(paste), awaitsRestartSince: restartSince(paste, verdict) }),
          messages: [...beside.messages, ...own],
        }
  const troubleshooting = troubleshootingOf(paste, all, findings)
  const withNext = shown && {
    ...shown,
    messages: shown.messages.map((each) => ({ ...each, showsNext: ownStepsFitBeside(each.kind, troubleshooting) })),
  }
  return { troubleshooting, around: withNext, fragments, saysMore }
}

const nameOf = (paste: RecognisedPaste): string | null =>
  'status' in paste ? paste.status.name : valueOrNull(paste.facts.name)

const statusTime = (paste: RecognisedPaste): LineTime | null =>
  'status' in paste ? null : timeOfStatus(paste.facts.adeExtensions[0]?.view?.statuses[0]?.time ?? null)

const restartSince = (paste: RecognisedPaste, verdict: TextVerdict): LineTime | null =>
  isRestartDue(verdict) ? statusTime(paste) : null

/** The work of commands that are newer than the status of an answer, or of which that is not known. */
function behindStatus(
  commands: readonly LoggedCommand[],
  paste: RecognisedPaste,
  { copying, mentioned }: Beside,
): Pick<Beside, 'copying' | 'mentioned'> {
  const at = statusTime(paste)
  const workWhere = (isLater: boolean | null): Copying | null =>
    workOfCommands(commands.filter(({ time }) => isLaterThan(time, at) === isLater))
  return { copying: heavier(copying, workWhere(null)), mentioned: heavier(mentioned, workWhere(true)) }
}

function troubleshootingOf(paste: RecognisedPaste, beside: Beside, findings: readonly TextVerdict[]): Troubleshooting {
  if ('status' in paste) {
    const verdict = judgeText(paste.status)
    const { messageKind } = verdict.progress
    const ofMessage = systemOf([messageKind === 'unrecognised' ? null : messageKind])
    const osType = paste.status.osType ?? beside.osType ?? ofMessage
    return troubleshootWords({ verdict, inside: null, findings, beside: { ...beside, osType } })
  }
  const { facts } = paste
  const nothingElse = { prerequisites: [], inside: null, related: null }
  return troubleshoot(
    { facts, verdict: judge(facts), ...nothingElse },
    // The answer itself contains the power state.
    { beside: { ...beside, isOff: false, isPasted: true }, findings: bootFindings(beside) },
  )
}
