/** The kinds of audit events. */
export const trailKinds = [
  'sign-in',
  'sign-out',
  'denied',
  'snapshot-made',
  'snapshot-opened',
  'snapshot-refused',
  'snapshot-revoked',
  'fleet-read',
  'configuration',
  'trail-read',
] as const
export type TrailKind = (typeof trailKinds)[number]

/** No user can delete a row younger than this, regardless of the configuration. */
export const trailFloorDays = 30
