import type { SimVm } from '../model/vm'
import type { Tenant } from '../server/state'

/** The true numbers of a tenant, to measure how much of it a client read. */
export interface Census {
  readonly vms: number
  /** Those with an extension of disk encryption, a disk with key settings, or key settings in the model. */
  readonly withAde: number
  /** Of all, and of those with ADE: never answered completely since the log was last cleared. */
  readonly unread: number
  readonly unreadWithAde: number
  readonly extensions: number
  /** VMs with a stamped disk. */
  readonly stampedVms: number
  readonly subscriptions: readonly { readonly id: string; readonly vms: number; readonly withAde: number }[]
}

const isAde = ({ type }: SimVm['extensions'][number]): boolean => /^AzureDiskEncryption(ForLinux)?$/i.test(type)
const isStamped = ({ settings }: SimVm['disks'][number]): boolean => settings?.enabled === true

/** Counts a tenant's VMs, and which of them were read. */
export function census({ world, ledger }: Tenant): Census {
  const bySubscription = new Map(world.subscriptions.map(({ id }) => [id.toLowerCase(), { id, vms: 0, withAde: 0 }]))
  const sums = { withAde: 0, unread: 0, unreadWithAde: 0, extensions: 0, stampedVms: 0 }
  for (const [key, vm] of world.vms) {
    const extensions = vm.extensions.filter(isAde).length
    const stamped = vm.disks.some(isStamped)
    const withAde = extensions > 0 || stamped || vm.modelSettings?.enabled === true
    const unread = !ledger.readVms.has(key)
    const subscription = bySubscription.get(vm.subscriptionId.toLowerCase())
    if (subscription !== undefined) {
      subscription.vms += 1
      subscription.withAde += withAde ? 1 : 0
    }
    sums.withAde += withAde ? 1 : 0
    sums.unread += unread ? 1 : 0
    sums.unreadWithAde += unread && withAde ? 1 : 0
    sums.extensions += extensions
    sums.stampedVms += stamped ? 1 : 0
  }
  return { vms: world.vms.size, ...sums, subscriptions: [...bySubscription.values()] }
}
