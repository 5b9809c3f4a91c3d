import type { Directory } from '../directory/model'
import type { ArmRoute } from '../model/http'
import type { World, WorldSpec } from '../model/world'
import type { EntraCloud, EntraState } from '../entra/state'
import type { BlobState } from '../control/blob-state'
import type { WebhookState } from '../control/webhook-state'
import type { FaultState } from '../faults/select'
import type { Buckets } from '../throttle/buckets'
import type { KeyRing } from './keys'
import type { Ledger } from './ledger'

/** Settings of a tenant's sign-in that the control API can change. */
export interface SignInSettings {
  /** Lifetime of access tokens in seconds; null: 60 to 90 minutes at random for each, as in Entra. */
  accessTokenSeconds: number | null
  /** Lifetime of a single-page application's refresh token in seconds. */
  refreshTokenSeconds: number
  /** Azure cloud whose hosts metadata and tokens name; null for the simulator's own addresses. */
  cloud: EntraCloud | null
  /** All consent: `objectId|application|resource|scope`. */
  readonly consents: Set<string>
}

/** A world with the process's state about it. */
export interface Tenant {
  readonly world: World
  readonly directory: Directory
  readonly signIn: SignInSettings
  readonly ledger: Ledger
  readonly buckets: Buckets
  readonly faults: FaultState
  readonly webhooks: WebhookState
  readonly blobs: BlobState
  /**
   * The api-versions of the tenant's cloud if they differ from the simulator's: by provider in lower case
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
  /** Real time, epoch milliseconds: tokens, sessions and buckets use it, independent of a world's clock. */
  readonly now: () => number
  readonly log: (line: string) => void
}

/** The tenant with this id, compared without case. */
export function tenantOf(simulator: Simulator, id: string): Tenant | undefined {
  return simulator.tenants.get(id.toLowerCase())
}
