/** The kinds of audit events. */
export const auditEventKinds = [
  'sign-in',
  'sign-out',
  'denied',
  'snapshot-previewed',
  'snapshot-made',
  'snapshot-opened',
  'snapshot-refused',
  'snapshot-revoked',
  'fleet-read',
  'configuration',
  'audit-log-read',
  'access-ended',
  'wave-changed',
  'members-changed',
  'acknowledgement-changed',
  'view-changed',
] as const
export type AuditEventKind = (typeof auditEventKinds)[number]

/** No user can delete a row younger than this, regardless of the configuration. */
export const leastAuditDays = 30
