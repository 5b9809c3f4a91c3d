/** What the audit trail writes down. */
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

/** A row younger than this can be deleted by nobody, whatever the configuration says. */
export const trailFloorDays = 30
