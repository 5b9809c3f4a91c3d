import { explainAny, isUnread, type ExplainedOne, type ExplainedSeveral } from '@/lib/diagnosis/text/explain-any'
import { alternativesIn } from '@/lib/diagnosis/steps/alternatives'
import type { Troubleshooting } from '@/lib/diagnosis/troubleshoot'
import type { Problem } from '@/lib/diagnosis/types'
import type { PasteErrorCode } from '@/lib/facts/paste/errors'
import { shortenSecretUrls } from '@/lib/shared/secret-url'
import { terminalText } from '@/lib/shared/terminal-text'
import { typed } from './command-line'

export type ExplainErrorCode = PasteErrorCode | 'file-unreadable'

const messages: Readonly<Record<ExplainErrorCode, string>> = {
  empty: 'There is no text to read.',
  'too-large': 'The text is longer than 8 MB and was not read.',
  'json-invalid': 'The text looks like JSON but breaks off or is damaged.',
  'not-a-vm': 'The text is not the output of one of the known tools for one VM.',
  compressed: `The file is compressed. Unpack it, or open it with ${typed('open')} if it is a file of ${typed('bundle')}.`,
  bundle: `This is a fleet in a file. Open it with ${typed('open')}.`,
  'several-vms': 'The text holds more than one VM, and a report is on one.',
  'file-unreadable': 'The file does not exist or cannot be read.',
}

export interface ErrorOutput {
  readonly error: { readonly code: ExplainErrorCode; readonly message: string }
}

export function errorOutput(code: ExplainErrorCode): ErrorOutput {
  return { error: { code, message: messages[code] } }
}

type Shown = Pick<Troubleshooting, 'problems'>

/** The diagnosis with causes and steps, as codes; the words and the commands are for `--text` and the screens. */
function troubleshootingOf({ problems }: Shown): object {
  return {
    problems: problems.map(({ kind, causes }) => ({
      kind,
      causes: causes.map(({ kind: cause, support, steps }) => ({
        kind: cause,
        support,
        steps,
        alternatives: alternativesIn(steps),
      })),
    })),
  }
}

const lineOf = ({ kind, severity, volume }: Problem): object => ({ kind, severity, volume })

/**
 * What stands beside the VM is beside its verdict too, and only where the text holds it: what tools printed, messages, and
 * whether other words were not judged.
 */
const vmOf = ({ explained, troubleshooting, fragments, around, saysMore }: ExplainedOne): object => ({
  ...explained.explanation,
  troubleshooting: troubleshootingOf(troubleshooting),
  ...(fragments.length === 0 ? {} : { fragments }),
  ...(around === null || around.messages.length === 0 ? {} : { messagesBeside: around.messages }),
  ...(saysMore ? { wordsBesideNotJudged: true } : {}),
})

/** The VMs of a list in its order, and the places of it without a VM. */
function severalOf({ vms, unreadable, leftOut, hasMore }: ExplainedSeveral): object {
  const judged = vms.map(({ position, ...one }) => ({ position, ...vmOf(one) }))
  return { schema: 1, vms: judged, unreadable, leftOut, hasMore }
}

/** The output for one text: the explanation, or an error. */
export function answer(text: string): { readonly output: object; readonly failed: boolean } {
  const read = explainAny(text)
  if (read.kind === 'vm') return { output: vmOf(read), failed: false }
  if (read.kind === 'vms') return { output: severalOf(read), failed: isUnread(read) }
  if (read.kind === 'text') {
    const { order, answered, messages, unknown, foreign, osSteps, cut, problems } = read.text
    const found = { order, answered, messages, unknown, foreign, osSteps, cut, fragments: read.fragments }
    const diagnosis = problems.map(lineOf)
    return {
      output: { schema: 1, text: found, diagnosis, troubleshooting: troubleshootingOf(read.text) },
      failed: false,
    }
  }
  const unknown = read.unknown.filter(({ nearest }) => nearest.length > 0)
  const output = errorOutput(read.code)
  return { output: unknown.length === 0 ? output : { ...output, text: { unknown } }, failed: true }
}

/**
 * JSON for a terminal or a log: without the control and direction characters that JSON leaves unescaped, so that a message
 * cannot manipulate the terminal, and without the versions of secrets, whose addresses occur in dual-pass messages.
 */
export function toJson(value: object, indent: number): string {
  return terminalText(shortenSecretUrls(JSON.stringify(value, null, indent)))
}
