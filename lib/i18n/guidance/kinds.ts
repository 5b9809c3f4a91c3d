import type { CatalogueId } from '@/lib/messages/ids'

/** Kinds with guidance so far: what a reading of a VM can show. A kind listed here must be worded in every language. */
export const guidedKinds = [
  'linux-install-succeeded',
  'linux-handler-disable-succeeded',
  'linux-uninstall-succeeded',
  'linux-update-succeeded',
  'linux-daemon-started-transitioning',
  'linux-daemon-started-success',
  'linux-no-operation-found',
  'linux-settings-unreadable',
  'linux-settings-rejected',
  'linux-settings-stamped-offline',
  'linux-settings-stamped-online',
  'linux-online-initialized',
  'linux-os-encryption-already-running',
  'linux-settings-updated',
  'linux-migration-succeeded',
  'linux-update-settings-failed',
  'linux-update-passphrase-missing',
  'linux-cvm-preview-flag',
  'linux-data-count',
  'linux-data-count-zero',
  'linux-data-percent',
  'linux-data-resume-percent',
  'linux-efa-count',
  'linux-data-succeeded',
  'linux-data-succeeded-transitioning',
  'linux-online-data-init',
  'linux-online-data-background',
  'linux-online-background-resumed',
  'linux-online-os-progress',
  'linux-online-os-progress-unparsed',
  'linux-online-os-finished',
  'linux-os-restarting-after-patching',
  'linux-os-stripdown-restart-success',
  'linux-os-stripdown-restart-error',
  'linux-os-unmount-attempt-failed',
  'linux-os-encryption-started',
  'linux-os-please-reboot',
  'linux-os-succeeded',
  'linux-all-succeeded',
  'unrecognised',
] as const satisfies readonly (CatalogueId | 'unrecognised')[]
export type GuidedKind = (typeof guidedKinds)[number]

const guided: ReadonlySet<string> = new Set(guidedKinds)

/** Whether there is guidance for a kind of message or code. */
export function isGuidedKind(kind: string): kind is GuidedKind {
  return guided.has(kind)
}
