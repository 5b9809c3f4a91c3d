import type { SimExtension, SimVm } from './vm'

/** One instance of a uniform scale set. It is no resource of its own: only its set leads to it. */
export interface SimInstance {
  /** A number as text; numbers of instances that are gone are not given again. */
  readonly instanceId: string
  /** False where the set's model was changed and this instance was not brought up to it. */
  readonly latestModelApplied: boolean
  /** The machine itself; its id is `{set}/virtualMachines/{instanceId}`. */
  readonly vm: SimVm
}

/** A scale set of uniform orchestration. Members of flexible sets are ordinary VMs that name their set. */
export interface SimScaleSet {
  readonly id: string
  readonly name: string
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly region: string
  readonly size: string
  /** Extensions of the model: what instances are to have, not what any of them says. */
  readonly extensionProfile: readonly SimExtension[]
  readonly instances: readonly SimInstance[]
}
