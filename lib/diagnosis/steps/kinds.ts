/** Every step of every remedy. A kind is stable: wording is keyed by it. */
export const stepKinds = ['see-what-holds-root', 'restart-vm', 'read-status-again'] as const
export type StepKind = (typeof stepKinds)[number]
