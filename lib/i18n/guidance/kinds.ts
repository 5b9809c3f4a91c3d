import { catalogueIds } from '@/lib/messages/ids'

/**
 * Kinds of text, word or code that have guidance. One added here must be worded in every language before it compiles:
 * put its entries in a file beside the others in `en/` and `ja/` and name that file in both `index.ts`.
 */
export const guidedKinds = [...catalogueIds, 'unrecognised'] as const
export type GuidedKind = (typeof guidedKinds)[number]

const guided: ReadonlySet<string> = new Set(guidedKinds)

/** Whether there is guidance for a kind of message or code. */
export function isGuidedKind(kind: string): kind is GuidedKind {
  return guided.has(kind)
}
