import type { SimExtension, SimVm } from './vm'

/** One instance of a uniform scale set. Resource Graph does not list it; only its set does. */
export interface SimInstance {
  /** A number as text; numbers of deleted instances are not reused. */
  readonly instanceId: string
  /** False if the set's model changed and this instance was not upgraded. */
  readonly latestModelApplied: boolean
  /** The machine; its id is `{set}/virtualMachines/{instanceId}`. */
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
  /** Extensions of the model: required of instances, independent of their state. */
  readonly extensionProfile: readonly SimExtension[]
  readonly instances: readonly SimInstance[]
}
