/** Why the history is unavailable. Everything else works without it. */
export const historyFailures = [
  'off',
  'locked',
  'full',
  'read-only',
  'unreachable',
  'refused',
  'timed-out',
  'schema-older',
  'schema-newer',
  'damaged',
  'driver-missing',
  'failed',
] as const
export type HistoryFailure = (typeof historyFailures)[number]
