import type { SimLock, SimPolicyAssignment, SimVault } from '../../model/related-resources'
import { vaultAt } from '../../related-resources/vaults'
import { hour } from '../scripted-vm'
import { inGroup, type Story, type StoryPlace } from './story'

/** Groups that a policy or a lock applies to. */
export const guardedGroups = {
  validity: 'rg-policy-validity',
  expiration: 'rg-policy-expiration',
  extensions: 'rg-policy-extensions',
  host: 'rg-policy-host',
  locked: 'rg-locked',
} as const

type Guard = keyof typeof guardedGroups

/** The group of each story that needs a separate one. */
export const policyGroups: Readonly<Record<string, string>> = {
  'policy-secret-validity': guardedGroups.validity,
  'policy-secret-expiration': guardedGroups.expiration,
  'policy-extensions': guardedGroups.extensions,
  'policy-host': guardedGroups.host,
  'lock-group': guardedGroups.locked,
}

function groupId({ subscriptionId }: StoryPlace, guard: Guard): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${guardedGroups[guard]}`
}

export function policyStories(place: StoryPlace) {
  const validity = inGroup(place, guardedGroups.validity, 'kv-validity')
  const expiration = inGroup(place, guardedGroups.expiration, 'kv-expiration')
  return {
    'policy-secret-validity': { plan: 'linux-fail-stamping', ago: 3 * hour, related: { vault: validity } },
    'policy-secret-expiration': {
      image: 'windows2022',
      plan: 'windows-fail',
      ago: 4 * hour,
      related: { vault: expiration },
    },
    'policy-extensions': {},
    'policy-host': {},
    'lock-read-only': { related: { snapshotAgo: 2 * hour } },
    'lock-delete': { image: 'ubuntu2004', plan: 'linux-fail-unmount-oldroot', ago: 7 * hour },
    'lock-group': { related: { snapshotAgo: 3 * hour } },
  } as const satisfies Record<string, Story>
}

export function policyVaults(place: StoryPlace): SimVault[] {
  return [
    vaultAt(inGroup(place, guardedGroups.validity, 'kv-validity').id, 'westeurope'),
    vaultAt(inGroup(place, guardedGroups.expiration, 'kv-expiration').id, 'westeurope'),
  ]
}

/** Policies that deny something that encryption needs, each in a separate group, and two that only audit. */
export function policyAssignments(place: StoryPlace): SimPolicyAssignment[] {
  const deny = { effect: 'Deny', enforcementMode: 'Default' } as const
  const audit = { effect: 'AuditIfNotExists', enforcementMode: 'Default' } as const
  const tenant = '/providers/Microsoft.Management/managementGroups/contoso'
  const at = (guard: Guard): string => groupId(place, guard)
  return [
    {
      scope: at('validity'),
      name: 'secrets-for-90-days',
      displayName: 'Secrets live for 90 days at the most',
      policy: 'secret-maximum-validity',
      parameters: { maximumValidityInDays: 90 },
      ...deny,
    },
    {
      scope: at('expiration'),
      name: 'secrets-expire',
      displayName: 'Secrets have an expiration date',
      policy: 'secret-expiration-date',
      ...deny,
    },
    {
      scope: at('extensions'),
      name: 'approved-extensions',
      displayName: 'Approved extensions alone',
      policy: 'approved-extensions',
      parameters: { approvedExtensions: ['AzureMonitorLinuxAgent', 'MDE.Linux'] },
      ...deny,
    },
    {
      scope: at('host'),
      name: 'encryption-at-host',
      displayName: 'Encryption at host everywhere',
      policy: 'encryption-at-host',
      ...deny,
    },
    { scope: tenant, name: 'linux-encryption', displayName: 'Linux encryption', policy: 'linux-ade-or-host', ...audit },
    {
      scope: tenant,
      name: 'windows-encryption',
      displayName: 'Windows encryption',
      policy: 'windows-ade-or-host',
      ...audit,
    },
  ]
}

/** Locks on two VMs and on a group. */
export function locks(place: StoryPlace, vmId: (story: 'lock-read-only' | 'lock-delete') => string): SimLock[] {
  return [
    { scope: vmId('lock-read-only'), name: 'frozen', level: 'ReadOnly', notes: 'Change freeze until the audit ends.' },
    { scope: vmId('lock-delete'), name: 'keep', level: 'CanNotDelete', notes: 'Not to be deleted.' },
    { scope: groupId(place, 'locked'), name: 'group-frozen', level: 'ReadOnly', notes: 'Nothing changes here.' },
  ]
}
