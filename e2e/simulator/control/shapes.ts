import { z } from 'zod'
import { entraClouds } from '../entra/state'
import { isPlanName } from '../lifecycle/plans'
import { faultKinds } from '../model/faults'
import { scenarioNames } from '../model/world'
import { vmActions } from './vm-actions'

/** Properties of Resource Graph in a tenant. */
const graphInput = z.strictObject({
  lag: z.number().min(0).max(600).optional(),
  tables: z.enum(['public', 'china']).optional(),
  denied: z.enum(['no-valid-subscriptions', 'access-denied']).optional(),
  diskGroups: z.enum(['as-made', 'upper']).optional(),
  vmRows: z.enum(['whole', 'bare']).optional(),
  keepRows: z.number().min(0).max(600).optional(),
})

/** Bodies of the control API. Every field is optional unless stated otherwise. */
export const tenantInput = z.strictObject({
  tenantId: z.guid().optional(),
  scenario: z.enum(scenarioNames),
  seed: z.int().min(0).default(1),
  vms: z.int().min(0).max(200_000).optional(),
  subscriptions: z.int().min(1).max(1000).optional(),
  /** `timeline`: number of random runs. */
  runs: z.int().min(0).max(5000).optional(),
  ade: z.number().min(0).max(1).optional(),
  still: z.boolean().optional(),
  /** `fleet`: additional people who may read everything. */
  readers: z.int().min(0).max(1000).optional(),
  bucketScale: z.number().positive().optional(),
  latencyMs: z.number().min(0).max(60_000).optional(),
  graph: graphInput.optional(),
  recordings: z.string().optional(),
  /** `demo`: how many days back the clock stands. */
  daysBack: z.number().min(0).max(365).optional(),
})
export type TenantInput = z.input<typeof tenantInput>

export const faultInput = z.strictObject({
  kind: z.enum(faultKinds),
  routes: z.array(z.string()).default([]),
  path: z.string().nullable().default(null),
  body: z.string().nullable().default(null),
  skip: z.int().min(0).default(0),
  times: z.int().min(1).nullable().default(null),
  retryAfter: z.string().nullable().default(null),
  status: z.int().min(200).max(599).nullable().default(null),
  milliseconds: z.int().min(0).nullable().default(null),
})
export type FaultInput = z.input<typeof faultInput>

/** One or several of: freeze, resume, step by milliseconds, run at a speed. */
export const clockInput = z.strictObject({
  freeze: z.boolean().optional(),
  resume: z.boolean().optional(),
  step: z.number().optional(),
  speed: z.number().min(0).optional(),
})
export type ClockInput = z.input<typeof clockInput>

export const settingsInput = z.strictObject({
  /** Null: 60 to 90 minutes at random, as in Entra. */
  accessTokenSeconds: z.int().min(1).nullable().optional(),
  refreshTokenSeconds: z.int().min(1).optional(),
  /** Azure cloud whose hosts the tenant's metadata and tokens name; null for the simulator's own addresses. */
  cloud: z.enum(entraClouds).nullable().optional(),
  /** Delay with which Microsoft Graph shows new and changed objects, in milliseconds of the world's clock. */
  directoryLagMs: z.int().min(0).optional(),
  /** Object id of a person whose consent is withdrawn. */
  withdrawConsentOf: z.string().optional(),
  /** Object id of a person whose role assignments are all removed. */
  withdrawRolesOf: z.string().optional(),
  /** The api-versions of the tenant's cloud, by provider (`Microsoft.Compute`) or for every one (`*`). */
  apiVersions: z.record(z.string(), z.array(z.string())).optional(),
})
export type SettingsInput = z.input<typeof settingsInput>

export const tokenInput = z.strictObject({
  /** Display name, user principal name or object id; or the application id of a service principal. */
  person: z.string(),
  audience: z.union([z.enum(['api', 'arm', 'graph']), z.string()]).default('api'),
  /** Seconds; negative for a token that expired that long ago. */
  expiresIn: z.int().default(3600),
  acrs: z.array(z.string()).default([]),
  capabilities: z.array(z.string()).default([]),
  /** Claims that override the valid ones; null removes one. */
  overrides: z.record(z.string(), z.unknown()).default({}),
  /** A forgery: unsigned, signed by another key under our `kid`, by HMAC with the public key, or changed after signing. */
  flaw: z.enum(['none', 'alg-none', 'wrong-key', 'symmetric', 'tampered']).default('none'),
})
export type TokenInput = z.input<typeof tokenInput>
export type TokenOrder = z.output<typeof tokenInput>

/** A pace: drawn from the seed or constant, in either case with these fields overriding it. */
const paceInput = z.strictObject({
  seed: z.int().min(0).default(1),
  draw: z.boolean().default(false),
  osMiBPerSecond: z.number().positive().optional(),
  dataMiBPerSecond: z.number().positive().optional(),
  fullness: z.number().min(0).max(1).optional(),
  hourlyVariation: z.number().min(0).max(0.9).optional(),
  pauses: z.int().min(0).max(50).optional(),
  pauseTrickle: z.number().min(0).max(1).optional(),
  stallAt: z.number().min(0).max(1).nullable().optional(),
  metricsDelay: z.tuple([z.number().min(0), z.number().min(0)]).optional(),
})

export const vmInput = z.strictObject({
  /** ARM id, compared without case. */
  id: z.string(),
  power: z.enum(['running', 'stopped', 'deallocated', 'starting']).optional(),
  agentReady: z.boolean().optional(),
  heartbeatAt: z.number().optional(),
  provisioningState: z.string().optional(),
  /** Passes through the same states as in Azure. */
  action: z.enum(vmActions).optional(),
  /** Starts an encryption run: a name of `lifecycle/plans.ts`. */
  plan: z.string().refine(isPlanName, 'no such plan').optional(),
  /** Speed of the copies of the next plan; null for the default constant pace. */
  pace: paceInput.nullable().optional(),
  /** Replaces all tags by these. */
  tags: z.record(z.string(), z.string()).optional(),
  /** The actor, for the Activity Log: a person's name or an application id. Absent: one of the tenant's operators. */
  by: z.string().optional(),
})
export type VmInput = z.input<typeof vmInput>

/** Behaviour of the webhook receiver: this many failures with this status first, each answer with this delay. */
export const webhookInput = z.strictObject({
  failures: z.int().min(0).optional(),
  status: z.int().min(300).max(599).optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  retryAfter: z.string().nullable().optional(),
})
export type WebhookChange = z.output<typeof webhookInput>

/** What the collector's identity may do in the account for reports, and how many names a page of a list has. */
export const blobInput = z.strictObject({
  access: z.enum(['write', 'read', 'none']).optional(),
  pageSize: z.int().min(1).max(5000).optional(),
})
export type BlobChange = z.output<typeof blobInput>

/** A stored blob. */
export interface BlobSummary {
  readonly container: string
  readonly name: string
  readonly type: string
  readonly base64: string
}

/** A change of a related resource: an RFC 7396 merge patch on the resource's body, or null to delete it. */
export const resourceInput = z.strictObject({
  /** ARM id, compared without case. */
  id: z.string().startsWith('/'),
  change: z.record(z.string(), z.unknown()).nullable(),
})
export type ResourceInput = z.input<typeof resourceInput>

export const clientKeyInput = z.strictObject({ publicKeyPem: z.string() })

/** Answers of the control API. */
export interface PersonSummary {
  readonly objectId: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly description: string
}

export interface WebhookBehaviour {
  readonly failures: number
  readonly status: number
  readonly delayMs: number
  readonly retryAfter: string | null
}

/** A received webhook; `status` is the receiver's answer. */
export interface ReceivedWebhook {
  /** Real time, epoch milliseconds. */
  readonly at: number
  /** Last part of the path to which it was sent. */
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly status: number
}

export interface VmSummary {
  readonly id: string
  readonly name: string
  readonly power: string
  readonly vmId: string
  /** The plan intended for the VM, by its tag. */
  readonly plan: string | null
  /** The plan of the newest run. */
  readonly run: string | null
}

export interface TenantSummary {
  readonly tenantId: string
  readonly displayName: string
  readonly scenario: string
  readonly people: readonly PersonSummary[]
  readonly servicePrincipals: readonly {
    readonly applicationId: string
    readonly objectId: string
    readonly secret: string
  }[]
  readonly subscriptions: readonly { readonly id: string; readonly name: string; readonly state: string }[]
  readonly vms: number
}

export interface Traffic {
  /** Requests by route and status. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly refusedChanges: number
  readonly foreignHostRequests: number
  /** `GET /path` of routes that the simulator lacks, with the number of requests. */
  readonly unknownRoutes: Readonly<Record<string, number>>
  /** The newest requests, oldest first. */
  readonly entries: readonly {
    readonly at: number
    readonly route: string
    readonly method: string
    readonly path: string
    readonly status: number
    readonly caller: string | null
    readonly fault: string | null
  }[]
}

export interface Overview {
  readonly origins: { readonly browser: string; readonly server: string }
  readonly applications: {
    readonly spaClientId: string
    readonly apiClientId: string
    readonly apiClientSecret: string
    readonly apiScope: string
  }
  readonly tenants: readonly TenantSummary[]
}
