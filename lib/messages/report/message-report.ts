import { extract } from '../extract'
import type { MessageKind, MessagePhase } from '../types'
import { redact, type Redacted } from './redact'
import type { SecretKind } from './rules'

/** The known values of a message; `null` for each unknown one. Texts are as Azure gave them. */
export interface ReportSigns {
  readonly message: string | null
  readonly kind: MessageKind | 'unrecognised' | null
  readonly phase: MessagePhase | null
  readonly code: string | null
  readonly level: string | null
  readonly displayStatus: string | null
  readonly extensionType: string | null
  readonly extensionVersion: string | null
  readonly osType: string | null
  readonly osName: string | null
  readonly osVersion: string | null
  /** Names to redact wherever they occur: of the VM, its computer name, resource group, disks and vault. */
  readonly names: readonly string[]
}

/** An issue tracker accepts 65,536 characters; a meaningful message has a few thousand. */
const messageLimit = 12_000
const fieldLimit = 200

/** Without half a character at either end. */
function whole(cut: string): string {
  return cut.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
}

/** Cuts the middle out: a failure begins with its sentence and ends with its exception and step. */
function shortened(text: string): string {
  if (text.length <= messageLimit) return text
  const half = messageLimit / 2
  const leftOut = `[… ${text.length - messageLimit} characters left out …]`
  return `${whole(text.slice(0, half))}\n${leftOut}\n${whole(text.slice(-half))}`
}

/** Backticks of the text itself must not end the code around it. */
function fenceFor(text: string, least: number): string {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: run }) => run.length)
  return '`'.repeat(Math.max(least, ...runs.map((length) => length + 1)))
}

function inlineCode(text: string): string {
  const line = whole(text.replace(/\s+/g, ' ').trim().slice(0, fieldLimit))
  const fence = fenceFor(line, 1)
  return line === '' ? '(empty)' : `${fence} ${line} ${fence}`
}

function removedLine(removed: Redacted['removed']): string {
  const counts = [...removed].map(([kind, count]: readonly [SecretKind, number]) => `${count} × ${kind}`)
  return counts.length === 0 ? 'Taken out of the text: nothing.' : `Taken out of the text: ${counts.join(', ')}.`
}

/**
 * A report on a message for a public issue tracker: Markdown in English, with everything that identifies the message,
 * and nothing that identifies the VM or its owner (see `redact`). Pure; never throws. Read it before you publish it: a
 * secret that has the form of a word cannot be detected.
 */
export function messageReport(signs: ReportSigns): string {
  const clean = (text: string) => redact(text, signs.names, signs.extensionVersion)
  const field = (label: string, value: string | number | null) =>
    `- ${label}: ${value === null ? 'not known' : inlineCode(clean(String(value)).text)}`
  const message = signs.message === null ? null : clean(signs.message)
  const data = extract(signs.message ?? '')
  const text = shortened(message?.text ?? '')
  const fence = fenceFor(text, 3)
  const os = [signs.osType, signs.osName, signs.osVersion].filter((part) => part !== null).join(' ')
  return [
    '## Message of Azure Disk Encryption',
    '',
    field('Recognised as', signs.kind),
    field('Phase', signs.phase),
    field('Status code', signs.code),
    field('Level', signs.level),
    field('Display status', signs.displayStatus),
    field('Extension', signs.extensionType),
    field('Extension version', signs.extensionVersion),
    field('Operating system', os === '' ? null : os),
    field('Step of OS encryption', data.machineState),
    field('Return code', data.exitCode),
    field('Length of the message', signs.message?.length ?? null),
    '',
    ...(message === null ? ['There was no message.'] : [`${fence}text`, text, fence, '', removedLine(message.removed)]),
    '',
  ].join('\n')
}
