import type { SimScaleSet } from './scale-set'
import type { SimVm } from './vm'
import type { Fault } from './faults'
import type { SimRelatedResources } from './related-resources'

/** Names of the tenants that can be created. `fleet` takes its sizes from the spec. */
export const scenarioNames = [
  'mixed',
  'empty',
  'denied',
  'fleet',
  'recorded',
  'lifecycle',
  'timeline',
  'troubleshooting',
  'scale-sets',
  'demo',
  'odd',
] as const
export type ScenarioName = (typeof scenarioNames)[number]

/** Deviations of a person's sign-in from the ordinary. */
export type SignInTrouble = 'claims-challenge' | 'consent-needed' | 'refresh-token-expired' | 'arm-claims-challenge'

export interface RoleAssignment {
  /** ARM id of a subscription, resource group or resource, or `/` for the whole tenant. */
  readonly scope: string
  /** Actions, with `*` as in Azure: `*` + `/read`, `Microsoft.Compute/virtualMachines/read`. */
  readonly actions: readonly string[]
}

export interface Person {
  readonly objectId: string
  readonly userPrincipalName: string
  readonly displayName: string
  /** One line for the sign-in page: this person's rights. */
  readonly description: string
  /** Mutable: administrators remove roles. */
  roles: readonly RoleAssignment[]
  readonly trouble: readonly SignInTrouble[]
  /** Tenant ids in which this person is a guest with the same object id suffix. */
  readonly guestIn: readonly string[]
  /** App roles of the product's API; in Azure an administrator of the tenant assigns them. */
  readonly appRoles: readonly string[]
}

export interface ServicePrincipal {
  readonly applicationId: string
  readonly objectId: string
  readonly secret: string
  readonly displayName: string
  readonly roles: readonly RoleAssignment[]
}

export interface SimSubscription {
  readonly id: string
  readonly name: string
  readonly state: 'Enabled' | 'Disabled' | 'Warned'
}

/** Properties of Resource Graph in a world. Absent ones are as in the public cloud. */
export interface GraphSpec {
  /** Seconds by which the latest row is behind ARM; each row has a different lag, from half of this on. Absent: 30. */
  readonly lag?: number | undefined
  /** `china`: only the tables that the page of Azure China lists. */
  readonly tables?: 'public' | 'china' | undefined
  /** The refusal if the caller may read nothing: 400 `NoValidSubscriptionsInQueryRequest`, or 403 `AccessDenied`. */
  readonly denied?: 'no-valid-subscriptions' | 'access-denied' | undefined
  /** `upper`: ids of disks, and the VMs' ids in disks, have the resource group in capitals. */
  readonly diskGroups?: 'as-made' | 'upper' | undefined
  /** `bare`: VM rows without `properties.extended`, and without type and size of disks. */
  readonly vmRows?: 'whole' | 'bare' | undefined
  /**
   * Seconds for which the rows of a caller's query also serve its next pages. Absent: computed for each page. For
   * measurements: Azure computes on machines of its own.
   */
  readonly keepRows?: number | undefined
}

export interface WorldSpec {
  readonly tenantId: string
  readonly scenario: ScenarioName
  readonly seed: number
  /** `fleet`: number of VMs, subscriptions and share with ADE (0 to 1). */
  readonly vms?: number | undefined
  readonly subscriptions?: number | undefined
  /** `timeline`: number of random runs. */
  readonly runs?: number | undefined
  readonly ade?: number | undefined
  /** `fleet`: no VM has an active run, so that nothing changes by itself. */
  readonly still?: boolean | undefined
  /** `fleet`: additional people who may read everything, `Reader 1` and so on. */
  readonly readers?: number | undefined
  /** Multiplies every throttling bucket; 1 is Azure's size. */
  readonly bucketScale?: number | undefined
  /** Milliseconds added to every ARM answer. */
  readonly latencyMs?: number | undefined
  readonly graph?: GraphSpec | undefined
  /** `recorded`: file or folder with the recordings. */
  readonly recordings?: string | undefined
  /** `demo`: the clock stands so many days back, and what happens in them happens while it is stepped on. */
  readonly daysBack?: number | undefined
}

/** A change of a world at a time of its clock. */
export interface ScheduledChange {
  /** Epoch milliseconds. */
  readonly at: number
  readonly apply: (world: World) => void
}

/** A clock that can be frozen, stepped and sped up. Times are epoch milliseconds. */
export interface Clock {
  readonly now: () => number
  readonly freeze: () => void
  readonly step: (milliseconds: number) => void
  readonly speed: (factor: number) => void
}

export interface RequestLogEntry {
  readonly at: number
  readonly route: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly caller: string | null
  readonly fault: string | null
}

/** A tenant: all state of fake Entra and fake ARM. The tenant id of a token selects it. */
export interface World {
  readonly spec: WorldSpec
  readonly tenantId: string
  readonly displayName: string
  readonly clock: Clock
  readonly people: readonly Person[]
  readonly servicePrincipals: readonly ServicePrincipal[]
  readonly subscriptions: readonly SimSubscription[]
  /** VMs by lower-case ARM id. Mutable: tests add, change and remove VMs. */
  readonly vms: Map<string, SimVm>
  /** Uniform scale sets with their instances. */
  readonly scaleSets: readonly SimScaleSet[]
  /** Deleted VMs, with their history. */
  readonly departed: SimVm[]
  readonly faults: Fault[]
  /** Vaults, locks and policies, and changes of related resources by tests. */
  readonly related: SimRelatedResources
  /** What is still to come, oldest first; stepping the clock applies what is due. */
  readonly scheduled: ScheduledChange[]
  readonly log: RequestLogEntry[]
}
