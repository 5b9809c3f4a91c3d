import { sameText } from '@/lib/shared/text'
import type { AdeExtension, StatusFacts } from '@/lib/facts/types'
import { reportedWords, type ReportedWord } from './types'

/** The extension's own word for the OS volume and for all data volumes together. */
export interface Report {
  readonly os: ReportedWord | null
  readonly data: ReportedWord | null
  /** Text of the sub-status read, or of the first unreadable one; null without a sub-status. */
  readonly raw: string | null
  readonly trouble: 'substatus-not-json' | 'substatus-word-unknown' | null
}

const silent: Report = { os: null, data: null, raw: null, trouble: null }

function readObject(text: string | null): object | null {
  try {
    const value: unknown = JSON.parse(String(text))
    return typeof value === 'object' && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function ownField(object: object, name: string): unknown {
  return Object.entries(object).find(([key]) => key === name)?.[1]
}

/** The extension reports a restart for the OS volume only, missing mounts for data volumes only. */
const foreignWord = { os: 'NotMounted', data: 'VMRestartPending' } as const

/** The report's word in a text, in any case; null for every other text. */
export function readWord(value: unknown, role: 'os' | 'data'): ReportedWord | null {
  if (typeof value !== 'string') return null
  const word = reportedWords.find((candidate) => sameText(candidate, value)) ?? null
  return word === foreignWord[role] ? null : word
}

function reportOf(object: object, raw: string | null): Report {
  const fields = { os: ownField(object, 'os'), data: ownField(object, 'data') }
  const os = readWord(fields.os, 'os')
  const data = readWord(fields.data, 'data')
  const strange = (fields.os !== undefined && os === null) || (fields.data !== undefined && data === null)
  const empty = fields.os === undefined && fields.data === undefined
  return { os, data, raw, trouble: strange || empty ? 'substatus-word-unknown' : null }
}

/** Reads the first sub-status that is a JSON object; null without one. */
export function readReport(substatuses: readonly StatusFacts[]): Report {
  for (const { message } of substatuses) {
    const object = readObject(message)
    if (object !== null) return reportOf(object, message)
  }
  const first = substatuses[0]
  return first === undefined ? silent : { ...silent, raw: first.message, trouble: 'substatus-not-json' }
}

export function reportOfExtension(extension: AdeExtension | undefined): Report {
  return readReport(extension?.view?.substatuses ?? [])
}
