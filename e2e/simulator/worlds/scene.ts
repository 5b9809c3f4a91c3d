import type { Fault } from '../model/faults'
import type { SimLock, SimLooseDisk, SimPolicyAssignment, SimVault } from '../model/related-resources'
import type { SimScaleSet } from '../model/scale-set'
import type { SimVm } from '../model/vm'
import type { Person, ScheduledChange, ServicePrincipal, SimSubscription, WorldSpec } from '../model/world'

/** The input of a scenario. */
export interface ScenePlace {
  readonly spec: WorldSpec
  /** The world's start time, epoch milliseconds. */
  readonly now: number
}

/** The content of a scenario's tenant. */
export interface SceneContents {
  readonly displayName: string
  readonly subscriptions: readonly SimSubscription[]
  readonly people: readonly Person[]
  readonly servicePrincipals: readonly ServicePrincipal[]
  readonly vms: Iterable<SimVm>
  readonly scaleSets?: readonly SimScaleSet[]
  /** Initial faults of the tenant. */
  readonly faults?: readonly Fault[]
  readonly vaults?: readonly SimVault[]
  readonly looseDisks?: readonly SimLooseDisk[]
  readonly withoutHostEncryption?: readonly string[]
  readonly locks?: readonly SimLock[]
  readonly policyAssignments?: readonly SimPolicyAssignment[]
  /** What happens after the world's start. */
  readonly scheduled?: readonly ScheduledChange[]
}
