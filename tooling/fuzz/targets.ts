/** Files of `targets`, each the entry point for one kind of hostile data. */
export const targetNames = [
  'arm-vm',
  'paste',
  'resource-graph',
  'arm-parts',
  'access-token',
  'addresses',
  'requests',
  'guest-text',
] as const
export type TargetName = (typeof targetNames)[number]
