import { catalogue } from '@/lib/messages/catalogue'
import type { MachineState } from '@/lib/messages/entry'
import { readMessages, type ReadMessage, type ReadMessages } from '@/lib/messages/normalise/read-messages'
import type { InsideEvidence, InsideLine } from './types'

const lineLimit = 2_000

/** ISO time of a line, where it has one; a time without zone is read as UTC, the zone of most VMs. */
function timeOf(line: string): string | null {
  const found = /(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(line.slice(0, 200))
  if (found === null) return null
  const [, year, month, day, time] = found
  const milliseconds = Date.parse(`${year}-${month}-${day}T${time}Z`)
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString()
}

function lineOf({ kind, raw, line }: ReadMessage): readonly InsideLine[] {
  if (kind === null) return []
  const text = raw.slice(0, lineLimit)
  return [{ kind, text, line, at: timeOf(text) }]
}

function stepsIn(lines: readonly InsideLine[]): readonly MachineState[] {
  const steps = lines.flatMap(({ kind }) => catalogue[kind].machineState ?? [])
  return steps.filter((step, index) => step !== steps[index - 1])
}

/**
 * What a serial console log or a log of the extension shows: the messages that the catalogue knows, and the steps of OS
 * encryption in their order. Reads as much as `readMessages` does; never throws.
 * @param messages the messages already read from the text
 */
export function readInside(
  text: string,
  source: InsideEvidence['source'],
  messages: ReadMessages = readMessages(text),
): InsideEvidence {
  const lines = messages.known.flatMap(lineOf)
  return { source, lines, steps: stepsIn(lines), cut: messages.cut }
}
