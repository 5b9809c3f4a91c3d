import type { VaultChoice } from '../../model/related-resources'
import { vaultChoice, vaultId } from '../vaults'
import type { ScriptedVm } from '../scripted-vm'

/** A VM's story: its unusual properties. Name, group and subscription are derived from the story's table. */
export type Story = Partial<Omit<ScriptedVm, 'name' | 'subscription' | 'group' | 'tags'>>

/** The tenant's properties that stories need. */
export interface StoryPlace {
  /** The subscription of the VMs, and another of the same company. */
  readonly subscriptionId: string
  readonly otherSubscriptionId: string
}

/** A vault of the VMs' subscription by its name, with the key that wraps secrets, if any. */
export function named({ subscriptionId }: StoryPlace, name: string, key: string | null = null): VaultChoice {
  return vaultChoice(subscriptionId, name, key)
}

/** A vault in the group of its VMs, so that a policy of the group applies to both. */
export function inGroup({ subscriptionId }: StoryPlace, group: string, name: string): VaultChoice {
  return { ...vaultChoice(subscriptionId, name), id: vaultId(subscriptionId, name, group) }
}
