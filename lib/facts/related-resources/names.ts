/** What is read around a VM, each by a call of its own that may be denied or fail by itself. */
export const relatedResourceNames = [
  'size',
  'disks',
  'vault',
  'key',
  'network',
  'policies',
  'locks',
  'snapshots',
  'boot-log',
  'attestation',
] as const
export type RelatedResourceName = (typeof relatedResourceNames)[number]
