/** Why another tool shows what it shows for a VM. The texts are in `lib/i18n`. */
export const toolReasons = [
  'stamp-alone',
  'at-host-apart',
  'prints-both',
  'extension-only',
  'fails-dual-pass',
  'fails-missing-settings',
  'report-replaces-stamp',
  'any-data-disk',
  'model-alone',
  'report-unchecked',
  'nothing-found',
  'throws',
] as const
export type ToolReason = (typeof toolReasons)[number]
