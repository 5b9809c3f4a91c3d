import type { AzureCall } from './calls'

/** The effect of a difference from the expected Azure on what a user reads. */
export const effects = [
  'no-fleet',
  'fleet-incomplete',
  'untraced-unknown',
  'vms-unknown',
  'vm-unknown',
  'word-not-counted',
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
const oneVm: CallEffects = { refused: 'vms-unknown', field: 'vm-unknown' }

/**
 * By call. The inventory may say "not encrypted" only where all of its queries were read whole: docs/decisions/0025.
 */
export const effectsOf: Readonly<Record<AzureCall, CallEffects>> = {
  subscriptions: { refused: 'no-fleet', field: 'no-fleet' },
  subscription: { refused: 'fleet-incomplete', field: 'fleet-incomplete' },
  providers: { refused: 'other-version', field: 'other-version' },
  'graph:vms': { refused: 'no-fleet', field: 'untraced-unknown' },
  'graph:extensions': inventory,
  'graph:stamped-disks': inventory,
  'graph:hidden-disks': inventory,
  'graph:readable-vms': part,
  'graph:vm-ids': inventory,
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

/**
 * The parts that are missing where a cloud offers none of the product's api-versions, by row of the product's table of
 * versions.
 */
export const effectsOfVersions: Readonly<Record<string, Effect>> = {
  'Microsoft.Compute': 'vms-unknown',
  'Microsoft.Compute/disks': 'part-unread',
  'Microsoft.Compute/skus': 'part-unread',
  'Microsoft.Network': 'part-unread',
  'Microsoft.KeyVault': 'part-unread',
  'Microsoft.Authorization/locks': 'part-unread',
  'Microsoft.Authorization/policies': 'part-unread',
  'Microsoft.Features': 'part-unread',
  'Microsoft.Insights/eventtypes': 'timeline-shorter',
  'Microsoft.Insights/metrics': 'timeline-shorter',
  'Microsoft.ResourceGraph': 'no-fleet',
  'Microsoft.Resources': 'no-fleet',
}

/**
 * The calls that lead to a call: their answers name the resource or the subscription in its address. Without an answer
 * to the first the second is not made.
 */
export const leadsTo: Readonly<Record<AzureCall, AzureCall | null>> = {
  subscriptions: null,
  subscription: 'subscriptions',
  providers: 'subscriptions',
  'graph:vms': 'subscriptions',
  'graph:extensions': 'subscriptions',
  'graph:stamped-disks': 'subscriptions',
  'graph:hidden-disks': 'subscriptions',
  'graph:readable-vms': 'vm',
  'graph:vm-ids': 'subscriptions',
  'graph:attestations': 'subscriptions',
  'graph:attestation': 'vm',
  'graph:changes': 'vm',
  'graph:disk-keys': 'vm',
  'graph:retirement-disks': 'subscriptions',
  'graph:domain-join': 'subscriptions',
  'graph:session-hosts': 'subscriptions',
  'graph:backups': 'subscriptions',
  'graph:set-members': 'subscriptions',
  vm: 'graph:vms',
  'vm-list': 'vm',
  'scale-set-instances': 'graph:vms',
  'scale-set-instance': 'scale-set-instances',
  disk: 'vm',
  snapshots: 'vm',
  skus: 'vm',
  feature: 'subscriptions',
  vault: 'vm',
  vaults: 'vm',
  key: 'vm',
  'key-version': 'key',
  'network-interface': 'vm',
  'virtual-network': 'network-interface',
  'security-group': 'network-interface',
  'route-table': 'network-interface',
  'policy-assignments': 'vm',
  'policy-definition': 'policy-assignments',
  'policy-set': 'policy-assignments',
  locks: 'vm',
  'boot-diagnostics': 'vm',
  'activity-log': 'vm',
  metrics: 'vm',
}
