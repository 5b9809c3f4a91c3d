import type { PasteErrorCode } from '@/lib/facts/paste/errors'
import { readFragments } from '@/lib/facts/paste/fragments'
import type { Fragment } from '@/lib/facts/paste/fragments/types'
import { recognisePaste, type RecognisedPaste } from '@/lib/facts/paste/recognise'
import { judge } from '@/lib/encryption/judge'
import { judgeText } from '@/lib/encryption/judge-text'
import { linesOf } from '@/lib/messages/normalise/clean'
import { stripLine } from '@/lib/messages/normalise/strip'
import { explainWithEvidence, type ExplainedPaste } from '../explain'
import { troubleshoot, troubleshootWords, type Troubleshooting } from '../troubleshoot'
import { explainText, type ExplainedText, type UnknownText } from './explain-text'

/** What a pasted text turned out to be: one VM, messages and parts of answers, or nothing that is known. */
export type ExplainedAny =
  | { readonly kind: 'vm'; readonly explained: ExplainedPaste; readonly troubleshooting: Troubleshooting }
  | { readonly kind: 'text'; readonly text: ExplainedText; readonly fragments: readonly Fragment[] }
  | { readonly kind: 'none'; readonly code: PasteErrorCode; readonly unknown: readonly UnknownText[] }

function troubleshootingOf(paste: RecognisedPaste): Troubleshooting {
  if ('status' in paste) return troubleshootWords(judgeText(paste.status), null)
  const { facts } = paste
  return troubleshoot({ facts, verdict: judge(facts), prerequisites: [], inside: null, surroundings: null })
}

/**
 * The one way in which a pasted text is read: by the page, the command line and the search of Help. A VM is judged;
 * of everything else the messages and the parts of answers are told, and what they cannot show stays unknown. Takes any
 * text, up to 8 MB; never throws.
 */
export function explainAny(text: string): ExplainedAny {
  const paste = recognisePaste(text)
  if (paste.ok) {
    const explained = explainWithEvidence(text)
    if (explained.ok) return { kind: 'vm', explained: explained.value, troubleshooting: troubleshootingOf(paste.value) }
  }
  const code = paste.ok ? 'not-a-vm' : paste.failure.code
  if (code !== 'not-a-vm' && code !== 'json-invalid') return { kind: 'none', code, unknown: [] }
  const read = explainText(text)
  const fragments = readFragments(linesOf(text).map((line) => stripLine(line).text))
  if (read.messages.length === 0 && fragments.length === 0) return { kind: 'none', code, unknown: read.unknown }
  // Lines of a tool's output are no unknown messages.
  return { kind: 'text', text: fragments.length === 0 ? read : { ...read, unknown: [] }, fragments }
}
