import {
  explainAny,
  isReadable,
  isUnread,
  type ExplainedAny,
  type ExplainedOne,
  type ExplainedSeveral,
} from '@/lib/diagnosis/text/explain-any'
import { hasUnknownAfter, type ExplainedText, type TextMessage } from '@/lib/diagnosis/text/explain-text'
import { leavesOpen } from '@/lib/diagnosis/text/leaves-open'
import type { Troubleshooting } from '@/lib/diagnosis/troubleshoot'
import { listLimit } from '@/lib/facts/paste/recognise'
import { adviceOn, isDoubted, reportsFailure, type AdvisedStep } from '@/lib/diagnosis/advice'
import { isContradicted } from '@/lib/diagnosis/contradicted'
import { hidesDataDisks } from '@/lib/diagnosis/data-disks'
import { checkBefore } from '@/lib/diagnosis/steps/boot-check'
import { ownStepsFit, ownStepsFitBeside, ownStepsWantRest } from '@/lib/diagnosis/steps/own-steps'
import { formatItems, formatSentences } from '@/lib/i18n/format'
import { formatLongAge } from '@/lib/i18n/format-long-age'
import { isGuidedKind } from '@/lib/i18n/guidance/kinds'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import type { VmState } from '@/lib/encryption/types'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { shortenSecretUrls } from '@/lib/shared/secret-url'
import { lineAgeOf } from '@/lib/views/line-age'
import { showsNextSteps } from '@/lib/views/next-steps'
import { pastedSummary } from '@/lib/views/pasted-summary'
import { repeatedVms } from '@/lib/views/repeated-vms'
import { nextOf, type VerdictSummary } from '@/lib/views/verdict-summary'
import { commandLines } from './command-lines'
import { nearLines } from './near-lines'
import { foreignLines, fragmentLines, oneLine, unknownLines, unsupportedLines } from './explain-parts'

interface Words {
  readonly language: Language
  /** Milliseconds since 1970. */
  readonly now: number
  readonly remedies: Awaited<ReturnType<typeof loadRemedies>>
  readonly guidance: Awaited<ReturnType<typeof loadGuidance>>
}

/** A text of the screens with its numbers. */
const filled = (text: string, numbers: Readonly<Record<string, number>>): string =>
  Object.entries(numbers).reduce((done, [name, number]) => done.replace(`{${name}, number}`, String(number)), text)

function meaningOf(kind: string, { guidance }: Words): readonly string[] {
  return isGuidedKind(kind) ? [`  ${guidance[kind].meaning}`] : []
}

/** A message's own next steps; behind a check where they may change a VM of which it is not known that nothing runs. */
function nextSteps(kind: string, { guidance, remedies }: Words, restIsShown = false): readonly string[] {
  if (!isGuidedKind(kind)) return []
  const isChecked = !restIsShown && ownStepsWantRest(kind)
  const check = isChecked ? [remedies.steps[checkBefore(kind)].title] : []
  return [...check, ...guidance[kind].next].map((step) => `  - ${step}`)
}

/** What to do about a message by itself; the steps of a problem follow below. */
function ownStepLines({ kind, showsNext }: TextMessage, words: Words): readonly string[] {
  return showsNext ? nextSteps(kind, words) : []
}

/** The message of a VM with its own next steps, where they fit the VM and what stands beside its answer. */
function messageLines({ explained, around, troubleshooting }: ExplainedOne, words: Words): readonly string[] {
  const { problems, restIsShown } = troubleshooting
  const { progress, os, data, flags } = explained.explanation
  if (progress.message === null) return []
  const kind = String(progress.messageKind)
  const fitting = around === null ? ownStepsFit : ownStepsFitBeside
  const fits =
    fitting(progress.messageKind ?? 'unrecognised', troubleshooting) &&
    showsNextSteps(
      progress.phase,
      [os, data],
      flags.map(({ code }) => code),
    )
  // Otherwise the headline says so.
  const isDoubtful = isContradicted(problems) && reportsFailure(explained.explanation.state, problems)
  const doubt = isDoubtful ? [`  ${messages[words.language].explain.contradicted}`] : []
  return [
    `  ${oneLine(progress.message)}`,
    ...meaningOf(kind, words),
    ...doubt,
    ...(fits ? nextSteps(kind, words, restIsShown) : []),
  ]
}

/** What to do about a state where no problem leads to steps: the page shows the same. */
function nextLines(one: ExplainedOne, words: Words): string[] {
  const { explanation, otherEncryption, operation } = one.explained
  const { state, os, data, progress, flags } = explanation
  const summary: VerdictSummary = {
    state,
    os: os.state,
    data: data.state,
    progress,
    flags: flags.map((flag) => flag.code),
    reading: 'read',
    otherEncryption,
    operation,
  }
  const { code } = nextOf(pastedSummary(summary, leavesOpen(one)))
  const { title, text } = messages[words.language].verdict.next[code]
  const { verifyHow } = messages[words.language].explain
  return [`  - ${formatSentences(words.language, [title, text, ...(code === 'verify' ? [verifyHow] : [])])}`]
}

function stepLines({ kind, isAlternative, losses }: AdvisedStep, { remedies, language }: Words): readonly string[] {
  const or = isAlternative ? `${messages[language].troubleshoot.steps.or} ` : ''
  return [
    `     - ${or}${remedies.steps[kind].title}`,
    ...losses.map((risk) => `       ! ${remedies.risks[risk].warning}`),
  ]
}

function troubleLines({ problems, steps }: Troubleshooting, words: Words): readonly string[] {
  const { remedies, language } = words
  const { severity: severities } = messages[language].troubleshoot
  return problems.flatMap((problem) => [
    '',
    `${severities[problem.severity]}: ${remedies.problems[problem.kind].title}`,
    `  ${remedies.problems[problem.kind].meaning}`,
    `  ${remedies.problems[problem.kind].consequence}`,
    ...adviceOn(problem, steps).flatMap((cause, index) => [
      `  ${index + 1}. ${remedies.causes[cause.kind].title} (${messages[language].troubleshoot.support[cause.support]})`,
      ...cause.steps.flatMap((step) => stepLines(step, words)),
    ]),
  ])
}

function ageLines(at: string | null, { language, now }: Words): readonly string[] {
  const { age } = messages[language].explain
  const line = lineAgeOf(at, now)
  if (line.kind === 'undated') return [`  ${age.undated}`]
  const old = line.kind === 'aged' ? formatLongAge(language, line.age) : ''
  const text = line.kind === 'dated' ? age.dated : line.isZoned ? age.aged : age.agedWithoutZone
  return [`  ${line.at}: ${formatSentences(language, [text.replace('{age}', old), age.after])}`]
}

/** How old the report of a VM is; nothing where the paste contains no time. */
function reportAgeLines({ explained: { reportedAt } }: ExplainedOne, { language, now }: Words): readonly string[] {
  const { reportAge } = messages[language].explain
  const line = lineAgeOf(reportedAt, now)
  if (line.kind === 'undated') return []
  if (line.kind === 'dated') return [`  ${reportAge.ahead.replace('{at}', line.at)}`]
  return [`  ${reportAge.aged.replace('{at}', line.at).replace('{age}', formatLongAge(language, line.age))}`]
}

function textLines(text: ExplainedText, words: Words): readonly string[] {
  const { messages: found, unknown, foreign, order, answered, cut, ...trouble } = text
  const { decides, order: orders, answered: over } = messages[words.language].explain
  return [
    ...(answered ? [over] : []),
    ...(order === 'text' ? [] : [orders[order]]),
    ...(cut ? [messages[words.language].troubleshoot.inside.cut] : []),
    ...found.flatMap((message, index) => [
      `${message.line}: ${message.kind}${message.decides ? ` [${decides}]` : ''}`,
      `  ${oneLine(message.text)}`,
      ...(message.decides ? ageLines(message.at, words) : []),
      ...meaningOf(message.kind, words),
      ...(message.decides && isContradicted(trouble.problems)
        ? [`  ${messages[words.language].explain.contradicted}`]
        : []),
      ...(found.findLastIndex(({ kind }) => kind === message.kind) === index ? ownStepLines(message, words) : []),
    ]),
    ...(hasUnknownAfter(text) ? [messages[words.language].explain.unknownAfter] : []),
    ...foreignLines(foreign, words),
    ...unknownLines(unknown, words),
    ...troubleLines(trouble, words),
  ]
}

/** Whether anything but the output of tools was understood beside an answer. */
const saysText = ({ messages: found, unknown, foreign, cut }: ExplainedText): boolean =>
  found.length + unknown.length + foreign.length > 0 || cut

/** What stands beside the answer of a VM: messages, and what tools printed. */
const besideLines = ({ around, fragments }: ExplainedOne, words: Words): readonly string[] => [
  ...(around === null || !saysText(around) ? [] : ['', ...textLines(around, words)]),
  ...fragmentLines(fragments, words),
]

/** The sentence below the name of a VM. */
function sentenceOf(state: VmState, { problems }: Troubleshooting, { language }: Words): string {
  const { explain, states } = messages[language]
  if (isContradicted(problems)) return explain.contradicted
  return state === 'unknown' ? explain.tooLittle : states.meaning[state]
}

/** The state of the data volumes, and what is reported of them. */
function dataWords({ explained: { input, explanation }, troubleshooting }: ExplainedOne, words: Words): string {
  const { data } = explanation
  const { states, explain } = messages[words.language]
  if (hidesDataDisks(explanation, input !== 'az-encryption-show'))
    return `${states.volume.unknown}${explain.reportedBeside.replace('{word}', String(data.reported))}`
  return `${states.data[data.state]}${doubtOn('data', troubleshooting)}${reportedBeside(data, words)}`
}

/** The mark of a volume whose word can be wrong. */
function doubtOn(volume: 'os' | 'data', { problems }: Troubleshooting): string {
  const doubted = problems.find(({ kind }) => kind === 'cmdlet-word-uncertain')?.volume
  return doubted === volume || doubted === 'all' ? ' (?)' : ''
}

/** The reported word where the state does not show it: beside a failure, or where no data disk is listed. */
function reportedBeside(
  { state, reported }: { readonly state: string; readonly reported: string | null },
  { language }: Words,
): string {
  if (reported === null || !['failed', 'conflict', 'none'].includes(state) || reported === 'NotMounted') return ''
  return messages[language].explain.reportedBeside.replace('{word}', reported)
}

function vmLines(one: ExplainedOne, words: Words, place = ''): readonly string[] {
  const { language } = words
  const { explained, troubleshooting } = one
  const { vm, pass, state, os, data } = explained.explanation
  const { states, facts, explain } = messages[language]
  const isFailure = reportsFailure(state, troubleshooting.problems)
  const works = state === 'restart-pending' && (data.state === 'encrypting' || data.state === 'decrypting')
  // A restart that is due waits for work on the data volumes.
  const shown = works ? data.state : state
  const word = `${states.state[shown]}${isDoubted(state, troubleshooting.problems, explained.isChanging) ? ' (?)' : ''}`
  const headline = isFailure ? explain.failureUnknown : word
  return [
    `${place}${vm.name ?? explain.unnamed}: ${headline}`,
    `  ${isFailure ? explain.failureReported : sentenceOf(shown, troubleshooting, words)}`,
    `  ${facts.role.os}: ${states.volume[os.state]}${doubtOn('os', troubleshooting)}${reportedBeside(os, words)} / ${facts.role.data}: ${dataWords(one, words)}`,
    ...reportAgeLines(one, words),
    ...(one.saysMore ? [`  ${explain.besideUnread}`] : []),
    ...(pass === null ? [] : [`  ${explain.method.replace('{pass}', facts.pass[pass])}`]),
    ...(explained.showsSettings ? [`  ${explain.settingsNoProof}`] : []),
    ...unsupportedLines(troubleshooting, words),
    ...messageLines(one, words),
    ...(explained.input === 'powershell' && explained.explanation.progress.message === null
      ? [`  ${explain.blockCut}`]
      : []),
    ...(troubleshooting.problems.length === 0 ? nextLines(one, words) : []),
    ...besideLines(one, words),
    ...troubleLines(troubleshooting, words),
  ]
}

function severalLines({ vms, unreadable, leftOut, hasMore }: ExplainedSeveral, words: Words): readonly string[] {
  const { several } = messages[words.language].explain
  const places = formatItems(words.language, unreadable.map(String))
  const repeated = repeatedVms(vms)
  const repeatedLine = (text: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [text.replace('{names}', formatItems(words.language, names))]
  return [
    several.title,
    ...repeatedLine(several.repeated, repeated.undated),
    ...repeatedLine(several.repeatedDated, repeated.dated),
    ...(vms.every(({ explained }) => explained.explanation.vm.name !== null) ? [] : [several.unnamed]),
    ...vms.flatMap(({ position, ...one }) => ['', ...vmLines(one, words, `${position}. `)]),
    ...(unreadable.length === 0 ? [] : ['', several.unreadable.replace('{places}', places)]),
    ...(leftOut === 0 ? [] : ['', filled(several.leftOut, { count: leftOut, limit: listLimit })]),
    ...(hasMore ? ['', several.hasMore] : []),
  ]
}

/** How to read what stands above, where it has lines, codes and causes, and the commands of its steps. */
function afterLines(found: Troubleshooting, { language, remedies }: Words): readonly string[] {
  const { legend, decides } = messages[language].explain
  const commands = commandLines(found, remedies, language)
  return found.problems.length === 0 ? [] : ['', legend.replace('{decides}', decides), ...commands]
}

function linesOf(read: ExplainedAny, words: Words, near: readonly string[]): readonly string[] {
  const { language } = words
  if (read.kind === 'none') {
    const { title, next } = messages[language].explain.error[read.code]
    return [title, filled(next, { size: 8 }), ...unknownLines(read.unknown, words), ...near]
  }
  if (read.kind === 'text')
    return [...fragmentLines(read.fragments, words), ...textLines(read.text, words), ...afterLines(read.text, words)]
  if (read.kind === 'vms') return severalLines(read, words)
  return [...vmLines(read, words), ...afterLines(read.troubleshooting, words)]
}

/** Control and direction characters with which a message could manipulate a terminal; the program writes the line ends. */
const isControl = (character: string): boolean =>
  character !== '\n' && /[\p{Cc}\p{Bidi_C}\u2028\u2029]/u.test(character)
const withoutControls = (text: string): string =>
  Array.from(text, (character) => (isControl(character) ? ' ' : character)).join('')

/** The result for one text, in words; without control characters and without the versions of secrets. */
export async function answerForPeople(
  text: string,
  language: Language,
  now: number = Date.now(),
): Promise<{ readonly output: string; readonly failed: boolean }> {
  const read = explainAny(text)
  const words = { language, now, remedies: await loadRemedies(language), guidance: await loadGuidance(language) }
  const near = read.kind === 'none' && isReadable(read.code) ? await nearLines(text, words) : []
  const output = withoutControls(shortenSecretUrls(linesOf(read, words, near).join('\n'))).trimStart()
  return { output: `${output}\n`, failed: isUnread(read) }
}
