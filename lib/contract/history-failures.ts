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
  'copy-unfinished',
  'damaged',
  'driver-missing',
  'failed',
  // It can be read and written, and observations wait for minutes.
  'behind',
] as const
export type HistoryFailure = (typeof historyFailures)[number]
