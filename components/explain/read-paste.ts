import { explainWithEvidence, type ExplainedPaste } from '@/lib/diagnosis/explain'
import { readInside } from '@/lib/diagnosis/inside/read-inside'
import type { InsideEvidence } from '@/lib/diagnosis/inside/types'
import { problemsOfText } from '@/lib/diagnosis/problems-of-text'
import type { Problem } from '@/lib/diagnosis/types'
import { undecorated } from '@/lib/messages/undecorated'
import type { ExplainErrorCode } from '@/lib/contract/explain'

/** What a pasted text turned out to be. */
export type ReadPaste =
  | { readonly kind: 'vm'; readonly explained: ExplainedPaste }
  | { readonly kind: 'log'; readonly inside: InsideEvidence; readonly problems: readonly Problem[] }
  | { readonly kind: 'none'; readonly code: ExplainErrorCode }

function problemsIn({ lines }: InsideEvidence): readonly Problem[] {
  const found = new Map<Problem['kind'], Problem>()
  for (const { text } of lines) {
    for (const problem of problemsOfText(undecorated('log-line', text))) {
      if (problem.kind !== 'message-unrecognised') found.set(problem.kind, problem)
    }
  }
  return [...found.values()]
}

/** Takes a text for a VM where it is one, otherwise for a log or a message where the catalogue knows a line of it. */
export function readPaste(text: string): ReadPaste {
  const explained = explainWithEvidence(text)
  if (explained.ok) return { kind: 'vm', explained: explained.value }
  const { code } = explained.failure
  if (code !== 'not-a-vm' && code !== 'json-invalid') return { kind: 'none', code }
  const inside = readInside(text, 'pasted')
  return inside.lines.length === 0 ? { kind: 'none', code } : { kind: 'log', inside, problems: problemsIn(inside) }
}
