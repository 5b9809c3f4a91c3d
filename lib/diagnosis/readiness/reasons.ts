/** Why a check of the prerequisites came out as it did. Each has one sentence in every language. */
export const reasonKinds = ['memory-enough', 'memory-below-minimum', 'memory-unread'] as const
export type ReasonKind = (typeof reasonKinds)[number]
