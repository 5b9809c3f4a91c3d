import type { Fault } from '../model/faults'
import type { Census } from './census'
import type {
  BlobChange,
  BlobSummary,
  ClockInput,
  FaultInput,
  Overview,
  ReceivedWebhook,
  ResourceInput,
  SettingsInput,
  TenantInput,
  TenantSummary,
  TokenInput,
  Traffic,
  VmInput,
  VmSummary,
  WebhookBehaviour,
  WebhookChange,
} from './shapes'
import type { LogEntry, Progress } from './truth'

/** Controls of one tenant. Every call throws if the simulator refuses it. */
export interface TenantClient {
  readonly tenantId: string
  readonly summary: () => Promise<TenantSummary>
  readonly remove: () => Promise<void>
  readonly addFault: (fault: FaultInput) => Promise<Fault>
  readonly faults: () => Promise<readonly Fault[]>
  /** Removes one fault, or all. */
  readonly removeFaults: (id?: string) => Promise<void>
  /** Changes the clock and returns its time, epoch milliseconds. */
  readonly clock: (change?: ClockInput) => Promise<number>
  /** When the next scheduled change of the world is due by its clock, epoch milliseconds; null after the last. */
  readonly nextChange: () => Promise<number | null>
  /** The requests to the tenant: counts since the start, and the newest requests. */
  readonly traffic: (filter?: { readonly route?: string; readonly limit?: number }) => Promise<Traffic>
  readonly clearTraffic: () => Promise<void>
  /** How many VMs there are, how many with ADE, and how many of them were not read since `clearTraffic`. */
  readonly census: () => Promise<Census>
  readonly settings: (change: SettingsInput) => Promise<void>
  /** A token without a sign-in, right or deliberately wrong. */
  readonly token: (order: TokenInput) => Promise<string>
  readonly vms: () => Promise<readonly VmSummary[]>
  readonly changeVm: (change: VmInput) => Promise<void>
  readonly deleteVm: (id: string) => Promise<void>
  /** Changes or deletes a vault, key, security group, route table, lock or policy assignment. */
  readonly changeResource: (change: ResourceInput) => Promise<void>
  /** Address of a webhook receiver of this tenant, on the http listener; the same path works on the https one. */
  readonly webhookAddress: (name: string) => string
  readonly webhooks: () => Promise<readonly ReceivedWebhook[]>
  /** Lets the receiver fail so many times, or answer late. */
  readonly changeWebhooks: (change: WebhookChange) => Promise<WebhookBehaviour>
  /** Forgets what was received, and answers well again. */
  readonly clearWebhooks: () => Promise<void>
  /** What is in the tenant's account for reports. */
  readonly blobs: () => Promise<readonly BlobSummary[]>
  readonly changeBlobs: (change: BlobChange) => Promise<void>
  /** Deletes a VM and makes another of the same name, with a new `vmId` and new disks. */
  readonly recreateVm: (id: string) => Promise<VmSummary>
  /** The simulator's own log of transitions, oldest first; of one VM or of all, since a moment of the world's clock. */
  readonly log: (filter?: { readonly id?: string; readonly since?: number }) => Promise<readonly LogEntry[]>
  /** Progress of the runs and when they will end. */
  readonly progress: (id?: string) => Promise<readonly Progress[]>
}

export interface SimulatorClient {
  readonly overview: () => Promise<Overview>
  readonly createTenant: (input: TenantInput) => Promise<TenantClient & { readonly created: TenantSummary }>
  readonly tenant: (tenantId: string) => TenantClient
  /** Signs with a new key from now on; the old one stays published. */
  readonly rotateKeys: () => Promise<void>
  /** Lets the product's API authenticate with JWTs signed with this key instead of its secret. */
  readonly registerClientKey: (publicKeyPem: string) => Promise<void>
}

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>

function caller(origin: string): Call {
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const response = await fetch(`${origin}/_simulator/${path}`, init)
    if (!response.ok) throw new Error(`${method} /_simulator/${path}: ${response.status} ${await response.text()}`)
    return response.json().then((answer: T) => answer)
  }
}

function tenantClient(call: Call, origin: string, tenantId: string): TenantClient {
  const at = `tenants/${tenantId}`
  return {
    tenantId,
    summary: () => call('GET', at),
    remove: () => call('DELETE', at),
    addFault: (fault) => call('POST', `${at}/faults`, fault),
    faults: () => call('GET', `${at}/faults`),
    removeFaults: (id) => call('DELETE', id === undefined ? `${at}/faults` : `${at}/faults/${id}`),
    clock: async (change) => {
      const answer: { now: number } = await (change === undefined
        ? call('GET', `${at}/clock`)
        : call('POST', `${at}/clock`, change))
      return answer.now
    },
    nextChange: async () => (await call<{ next: number | null }>('GET', `${at}/scheduled`)).next,
    traffic: ({ route, limit = 1000 } = {}) => {
      const query = new URLSearchParams({ limit: String(limit), ...(route === undefined ? {} : { route }) })
      return call('GET', `${at}/requests?${query.toString()}`)
    },
    clearTraffic: () => call('DELETE', `${at}/requests`),
    census: () => call('GET', `${at}/census`),
    settings: (change) => call('POST', `${at}/settings`, change),
    token: async (order) => (await call<{ token: string }>('POST', `${at}/tokens`, order)).token,
    vms: () => call('GET', `${at}/vms`),
    changeVm: (change) => call('PATCH', `${at}/vms`, change),
    webhookAddress: (name) => `${origin}/_webhooks/${tenantId}/${name}`,
    webhooks: () => call('GET', `${at}/webhooks`),
    changeWebhooks: (change) => call('POST', `${at}/webhooks`, change),
    clearWebhooks: () => call('DELETE', `${at}/webhooks`),
    blobs: () => call('GET', `${at}/blobs`),
    changeBlobs: (change) => call('POST', `${at}/blobs`, change),
    recreateVm: (id) => call('POST', `${at}/recreated?${new URLSearchParams({ id }).toString()}`),
    log: ({ id, since = 0 } = {}) => {
      const query = new URLSearchParams({ since: String(since), ...(id === undefined ? {} : { id }) })
      return call('GET', `${at}/log?${query.toString()}`)
    },
    progress: (id) =>
      call('GET', `${at}/progress${id === undefined ? '' : `?${new URLSearchParams({ id }).toString()}`}`),
    changeResource: (change) => call('PATCH', `${at}/resources`, change),
    deleteVm: (id) => call('DELETE', `${at}/vms?${new URLSearchParams({ id }).toString()}`),
  }
}

/** Typed calls to the control API of a simulator; `origin` is its http address, such as `http://localhost:4010`. */
export function simulatorClient(origin: string): SimulatorClient {
  const call = caller(origin)
  return {
    overview: () => call('GET', ''),
    createTenant: async (input) => {
      const created: TenantSummary = await call('POST', 'tenants', input)
      return { created, ...tenantClient(call, origin, created.tenantId) }
    },
    tenant: (tenantId) => tenantClient(call, origin, tenantId),
    rotateKeys: () => call('POST', 'keys/rotate'),
    registerClientKey: (publicKeyPem) => call('POST', 'client-keys', { publicKeyPem }),
  }
}
