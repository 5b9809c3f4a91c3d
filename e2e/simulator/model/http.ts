import type { World } from './world'

/** A request in the simulator's form, for both listeners. */
export interface SimRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
  readonly listener: 'browser' | 'server'
}

/** An answer. A `json` body is serialised; a `text` body (HTML, form answers, recorded bytes) is sent unchanged. */
export interface SimResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly text?: string | Buffer
}

const written = new WeakMap<object, Buffer>()

/** Writes the JSON of a body that nothing changes afterwards; `bytesOf` then returns the same bytes. */
export function writeOnce(body: object): Buffer {
  const bytes = bytesOf(body)
  written.set(body, bytes)
  return bytes
}

/** The JSON of a body. */
export function bytesOf(body: unknown): Buffer {
  const known = typeof body === 'object' && body !== null ? written.get(body) : undefined
  return known ?? Buffer.from(JSON.stringify(body))
}

/** The caller of ARM, from the verified access token. */
export interface ArmCaller {
  readonly tenantId: string
  readonly objectId: string
  readonly kind: 'user' | 'service-principal'
  /** Application that obtained the token (`appid` / `azp`). */
  readonly applicationId: string
}

/** The throttling bucket of arm-at-scale.md section 3 that a call uses. */
export type Cost = 'arm-read' | 'arm-write' | 'compute-low-cost' | 'compute-high-cost' | 'resource-graph' | 'free'

export interface ArmContext {
  readonly world: World
  readonly caller: ArmCaller
  /** Path parameters by name, as spelled in the request. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly apiVersion: string
  /** `Content-Type` of the request; empty without one. */
  readonly contentType: string
  readonly body: Buffer
  /** Origin of the https listener: ids of `nextLink` start with it. */
  readonly origin: string
  /** The current time of the world's clock, epoch milliseconds. */
  readonly now: number
  /** The resource providers of the tenant's cloud with their api-versions, as `GET …/providers` lists them. */
  readonly providers: () => readonly unknown[]
  /** True if the caller has the action (for example `Microsoft.Compute/virtualMachines/read`) at the scope (an ARM id). */
  readonly can: (action: string, scope: string) => boolean
}

/** One ARM operation. `path` is a template such as `/subscriptions/:subscription/providers/Microsoft.Compute/virtualMachines`, matched without case. */
export interface ArmRoute {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Accepted api-versions; any other is refused as in ARM. */
  readonly apiVersions: readonly string[]
  readonly cost: readonly Cost[]
  readonly handle: (context: ArmContext) => SimResponse | Promise<SimResponse>
}
