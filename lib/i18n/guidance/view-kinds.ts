import type { CatalogueId } from '@/lib/messages/ids'

/** What agent, platform and PowerShell show of a VM, beside all that the extensions say themselves. */
export const viewKinds = [
  'agent-invalid-status',
  'agent-no-status-file',
  'agent-status-truncated',
  'agent-unavailable',
  'agent-not-responding',
  'agent-ready',
  'agent-handler-ready',
  'agent-handler-notready',
  'agent-handler-installing',
  'agent-handler-unresponsive',
  'disk-state-encrypted',
  'disk-state-not-encrypted',
  'disk-display-enabled',
  'display-transitioning',
  'display-provisioning-succeeded',
  'display-provisioning-failed',
  'ps-status-not-available',
  'ps-no-extension',
  'ps-windows-volumes',
] as const satisfies readonly CatalogueId[]
