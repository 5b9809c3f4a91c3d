import type { Directory } from '../directory/model'
import type { ArmRoute } from '../model/http'
import type { World, WorldSpec } from '../model/world'
import type { EntraCloud, EntraState } from '../entra/state'
import type { WebhookState } from '../control/webhook-state'
import type { FaultState } from '../faults/select'
import type { Buckets } from '../throttle/buckets'
import type { KeyRing } from './keys'
import type { Ledger } from './ledger'

/** Settings of a tenant's sign-in that the control API can change. */
export interface SignInSettings {
  /** Life of access tokens in seconds; null draws 60 to 90 minutes for each, as Entra does. */
  accessTokenSeconds: number | null
  /** Life of a single-page application's refresh token in seconds. */
  refreshTokenSeconds: number
  /** Azure cloud whose hosts metadata and tokens name; null for the simulator's own addresses. */
  cloud: EntraCloud | null
  /** Who has consented to what: `objectId|application|resource|scope`. */
  readonly consents: Set<string>
}

/** A world with what the process keeps about it. */
export interface Tenant {
  readonly world: World
  readonly directory: Directory
  readonly signIn: SignInSettings
  readonly ledger: Ledger
  readonly buckets: Buckets
  readonly faults: FaultState
  readonly webhooks: WebhookState
  /**
   * The api-versions of the tenant's cloud where they are others than the simulator's own: by provider in lower case
   * (`microsoft.compute`), `*` for every provider.
   */
  readonly apiVersions: Map<string, readonly string[]>
}

export interface Origins {
  /** `http://localhost:PORT` */
  readonly browser: string
  /** `https://localhost:PORT`: issuer, ARM endpoint, audience of ARM tokens. */
  readonly server: string
}

export interface Simulator {
  readonly origins: Origins
  readonly keys: KeyRing
  readonly tenants: Map<string, Tenant>
  readonly entra: EntraState
  readonly routes: readonly ArmRoute[]
  readonly createWorld: (spec: WorldSpec) => World
  /** Folder of the recordings for tenants of the scenario `recorded`. */
  readonly recordings: string | null
  /** Real time, epoch milliseconds: tokens, sessions and buckets live by it, whatever a world's clock does. */
  readonly now: () => number
  readonly log: (line: string) => void
}

/** The tenant with this id, in whatever letter case. */
export function tenantOf(simulator: Simulator, id: string): Tenant | undefined {
  return simulator.tenants.get(id.toLowerCase())
}
