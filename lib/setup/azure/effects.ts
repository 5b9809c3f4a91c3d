import type { AzureCall } from './calls'

/** What a difference from Azure as the product expects it would do to what people read. */
export const effects = [
  'no-fleet',
  'fleet-incomplete',
  'untraced-unknown',
  'vm-unknown',
  'audit-unread',
  'part-unread',
  'timeline-shorter',
  'read-alike',
  'other-version',
] as const
export type Effect = (typeof effects)[number]

interface CallEffects {
  /** The call is refused, or its answer cannot be read at all. */
  readonly refused: Effect
  /** A column or field is missing or of another type. */
  readonly field: Effect
}

const inventory: CallEffects = { refused: 'untraced-unknown', field: 'untraced-unknown' }
const part: CallEffects = { refused: 'part-unread', field: 'part-unread' }
const timeline: CallEffects = { refused: 'timeline-shorter', field: 'timeline-shorter' }
const audit: CallEffects = { refused: 'audit-unread', field: 'audit-unread' }
const oneVm: CallEffects = { refused: 'vm-unknown', field: 'vm-unknown' }

/** By call. The inventory may say "not encrypted" only where all of its queries are whole: docs/decisions/0004. */
export const effectsOf: Readonly<Record<AzureCall, CallEffects>> = {
  subscriptions: { refused: 'no-fleet', field: 'no-fleet' },
  subscription: { refused: 'fleet-incomplete', field: 'fleet-incomplete' },
  providers: { refused: 'other-version', field: 'other-version' },
  'graph:vms': { refused: 'no-fleet', field: 'untraced-unknown' },
  'graph:extensions': inventory,
  'graph:stamped-disks': inventory,
  'graph:hidden-disks': inventory,
  'graph:vm-count': inventory,
  'graph:readable-vms': part,
  'graph:vm-ids': part,
  'graph:attestations': audit,
  'graph:attestation': audit,
  'graph:changes': timeline,
  'graph:disk-keys': part,
  'graph:retirement-disks': part,
  'graph:domain-join': part,
  'graph:session-hosts': part,
  'graph:backups': part,
  'graph:set-members': part,
  vm: oneVm,
  'vm-list': { refused: 'fleet-incomplete', field: 'fleet-incomplete' },
  'scale-set-instance': oneVm,
  'scale-set-instances': oneVm,
  disk: part,
  snapshots: part,
  skus: part,
  feature: part,
  vault: part,
  vaults: part,
  key: part,
  'key-version': part,
  'network-interface': part,
  'virtual-network': part,
  'security-group': part,
  'route-table': part,
  'policy-assignments': part,
  'policy-definition': part,
  'policy-set': part,
  locks: part,
  'boot-diagnostics': part,
  'activity-log': timeline,
  metrics: timeline,
}
