/** The resources related to a VM; each is read by a separate call that can be denied or fail independently. */
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
