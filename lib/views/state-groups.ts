import { vmStates, type VmState } from '@/lib/contract/codes'

/** What a state requires of users. The order is that of the count strip. */
export const stateGroups = ['needs-person', 'in-motion', 'not-known', 'settled'] as const
export type StateGroup = (typeof stateGroups)[number]

const groupOf: Readonly<Record<VmState, StateGroup>> = {
  failed: 'needs-person',
  conflict: 'needs-person',
  'restart-pending': 'needs-person',
  encrypting: 'in-motion',
  decrypting: 'in-motion',
  unknown: 'not-known',
  'partly-encrypted': 'settled',
  'encrypted-unverified': 'settled',
  encrypted: 'settled',
  'protected-otherwise': 'settled',
  'not-encrypted': 'settled',
}

/** The states of a group, in the fixed order. */
export function statesOf(group: StateGroup): readonly VmState[] {
  return vmStates.filter((state) => groupOf[state] === group)
}

/** The group of a state. */
export function groupOfState(state: VmState): StateGroup {
  return groupOf[state]
}

/** The index of a state in the fixed order, from 0. */
export const stateOrder: ReadonlyMap<string, number> = new Map(vmStates.map((state, index) => [state, index]))
