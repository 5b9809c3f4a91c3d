import { commandText } from '@/lib/diagnosis/commands/build'
import { adviceOn } from '@/lib/diagnosis/advice'
import { restChecks } from '@/lib/diagnosis/steps/boot-check'
import type { Commands } from '@/lib/diagnosis/commands/types'
import type { StepKind } from '@/lib/diagnosis/steps/kinds'
import type { ShownStep } from '@/lib/diagnosis/steps/types'
import type { Troubleshooting } from '@/lib/diagnosis/troubleshoot'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import type { Remedies } from '@/lib/i18n/remedies/types'

/** In lines: longer ones are for the screens, and a part of a command must not be run. */
const most = 8

const linesOf = (parts: Commands['az'], title: readonly string[] = []): readonly string[] =>
  parts === undefined || parts.length === 0 ? [] : [...title, ...commandText(parts).split('\n')]

/**
 * One command per step: outside the VM for Azure CLI, inside it for the shell that fits, for both systems where the
 * system is not known.
 */
function commandsOf({ commands }: ShownStep): readonly (readonly string[])[] {
  const { az, 'guest-bash': bash, 'guest-powershell': windows, powershell } = commands
  const isOpen = az === undefined && bash !== undefined && windows !== undefined
  const found = isOpen
    ? [linesOf(bash, ['Linux:']), linesOf(windows, ['Windows:'])]
    : [linesOf(az ?? bash ?? windows ?? powershell)]
  return found.filter((lines) => lines.length > 0)
}

/** Of the checks that a change waits for, what in their output means that work runs. */
function criteriaOf(kind: StepKind, { steps }: Remedies): readonly string[] {
  if (!restChecks.includes(kind)) return []
  return steps[kind].outputs.map(({ output, means }) => `    - ${output}: ${means}`)
}

/** What to know of a command or its placeholders: said where it stands for the first time. */
function notesOn(kind: StepKind, command: string, given: Set<string>, language: Language): readonly string[] {
  const { keyNote, dualPassNote, zoneNote } = messages[language].explain
  const notes = [
    ['<KEY-VAULT-OF-KEY-RESOURCE-ID>', keyNote],
    ['<ZONE-OF-OLD-DISK>', zoneNote],
    // Where dual pass is the fault, that answer means that the old extension is still there.
    ...(kind === 'enable-single-pass' ? [] : ([['az vm encryption enable', dualPassNote]] as const)),
  ] as const
  return notes.flatMap(([placeholder, note]) => {
    if (!command.includes(placeholder) || given.has(note)) return []
    given.add(note)
    return [`    (${note})`]
  })
}

/**
 * The commands of the steps that a terminal shows, each once, in the order of the steps, and the instruction of a step that
 * can harm and has no command; none where no step has either.
 */
export function commandLines(
  { problems, steps }: Troubleshooting,
  remedies: Remedies,
  language: Language,
): readonly string[] {
  const named = new Set(
    problems.flatMap((problem) => adviceOn(problem, steps).flatMap((cause) => cause.steps)).map(({ kind }) => kind),
  )
  const { explain, troubleshoot } = messages[language]
  const given = new Set<string>()
  const lines = [...named].flatMap((kind) => {
    const step = steps.find((each) => each.kind === kind)
    const commands = step === undefined ? [] : commandsOf(step)
    const risks = step?.risks ?? []
    if (commands.length === 0 && risks.length === 0) return []
    const isCut = commands.some((each) => each.length > most)
    return [
      `  ${remedies.steps[kind].title}`,
      ...risks.map((risk) => `    ! ${remedies.risks[risk].warning}`),
      // Of a step that can harm, the title alone is not an instruction.
      ...(commands.length === 0 ? [`    ${remedies.steps[kind].text}`] : []),
      ...criteriaOf(kind, remedies),
      ...(isCut ? [] : notesOn(kind, commands.flat().join('\n'), given, language)),
      ...(isCut ? [explain.commandsCut] : commands.flat()).map((line) => `    ${line}`),
    ]
  })
  if (lines.length === 0) return []
  return ['', explain.commandsTitle.replace('{placeholder}', troubleshoot.steps.placeholder), ...lines]
}
