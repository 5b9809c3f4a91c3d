/** Everything that can be behind a problem. A kind is stable: links, exports and wording are keyed by it. */
export const causeKinds = ['service-holds-root', 'data-mounted-below-root', 'memory-below-minimum'] as const
export type CauseKind = (typeof causeKinds)[number]
