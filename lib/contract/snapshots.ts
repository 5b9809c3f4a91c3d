import * as z from 'zod/mini'
import { flagCodes, passes, stamps, vmStates, volumeStates } from '@/lib/encryption/types'
import { messagePhases } from '@/lib/messages/types'
import { azureRefusalShape, errorCodes } from './errors'
import { fleetReadinesses, otherEncryptions, powerStates, readings } from './fleet'
import { givenText } from './given-text'
import { historyFailures } from './history-failures'
import { dataStateSchema, progressSchema } from './row-verdict'
import { evidenceRowSchema, volumeSchema } from './verdict'

/** What a snapshot omits unless its creator selects it. Names of users, addresses and secrets are never included. */
export const snapshotParts = ['resource-group', 'subscription', 'tenant', 'key-vault', 'tags'] as const
export type SnapshotPart = (typeof snapshotParts)[number]

/** Lifetime of a snapshot in hours: one day by default, thirty days at most. */
export const snapshotHours = { usual: 24, most: 720 } as const
/** Most rows in a snapshot of a view; the total number is kept as well. */
export const snapshotRows = 2000

const part = z.enum(snapshotParts)
const text = z.nullable(z.string())

/** Parts that the creator selected; null when not selected or unknown. */
const revealed = {
  resourceGroup: text,
  subscription: text,
  keyVault: text,
  tags: z.nullable(z.record(z.string(), z.string())),
}

/** Who made a link, where that user chose to show it. */
const makerSchema = z.object({
  name: z.string(),
  /** Whether the directory states this name; otherwise the user typed it. */
  isAccount: z.boolean(),
})
export type SnapshotMaker = z.infer<typeof makerSchema>

/** What every snapshot contains. */
const head = {
  /** ISO time at which it was made. */
  takenAt: z.string(),
  /** Missing where the user did not choose to show it. */
  madeBy: z.optional(makerSchema),
  /** The omitted parts. */
  withheld: z.array(part),
  tenant: text,
}

const vmContentSchema = z.object({
  kind: z.literal('vm'),
  ...head,
  /** ISO time of the reading. */
  readAt: z.string(),
  name: z.string(),
  ...revealed,
  keyEncryptionKey: text,
  osType: z.nullable(z.enum(['Windows', 'Linux'])),
  size: text,
  region: text,
  power: z.enum(powerStates),
  heartbeatAt: text,
  extensionVersion: text,
  pass: z.enum(passes),
  state: z.enum(vmStates),
  os: z.enum(volumeStates),
  data: dataStateSchema,
  dataDisks: z.number(),
  /** The guest's message without anything that could identify a user or a resource. */
  progress: progressSchema,
  flags: z.array(z.enum(flagCodes)),
  otherEncryption: z.array(z.enum(otherEncryptions)),
  evidence: z.array(evidenceRowSchema),
  volumes: z.array(
    z.object({
      ...z.pick(volumeSchema, { role: true, lun: true }).shape,
      stamp: z.enum(stamps),
      state: z.enum(volumeStates),
      sizeGiB: z.nullable(z.number()),
    }),
  ),
})
export type VmSnapshot = z.infer<typeof vmContentSchema>

const rowSchema = z.object({
  name: z.string(),
  ...revealed,
  region: z.string(),
  osType: z.nullable(z.enum(['Windows', 'Linux'])),
  power: z.enum(powerStates),
  reading: z.enum(readings),
  state: z.enum(vmStates),
  os: z.enum(volumeStates),
  data: dataStateSchema,
  phase: z.nullable(z.enum(messagePhases)),
  percent: z.nullable(z.number()),
  flags: z.array(z.enum(flagCodes)),
  otherEncryption: z.array(z.enum(otherEncryptions)),
  readiness: z.nullable(z.enum(fleetReadinesses)),
  evidenceAt: text,
})
export type SnapshotRow = z.infer<typeof rowSchema>

/** Parts of the fleet that could not be read for one cause, with Azure's own error codes. */
const gapSchema = z.object({
  code: z.enum(errorCodes),
  ...azureRefusalShape,
  /** Whether it affects every subscription. */
  tenant: z.boolean(),
  subscriptions: z.number(),
  /** Their names; null when not selected. */
  names: z.nullable(z.array(z.string())),
  /** VMs of this view. */
  vms: z.number(),
})
export type SnapshotGap = z.infer<typeof gapSchema>

const viewContentSchema = z.object({
  kind: z.literal('view'),
  ...head,
  /** The filters without names; `hidden` counts the values of the others. */
  filters: z.object({
    state: z.array(z.enum(vmStates)),
    os: z.array(z.string()),
    hidden: z.number(),
  }),
  /** False when a part of the fleet could not be read. */
  complete: z.boolean(),
  total: z.number(),
  byState: z.record(z.enum(vmStates), z.number()),
  notRead: z.number(),
  /** What could not be read, by cause. Missing in snapshots of older versions, and when nothing is missing. */
  gaps: z.optional(z.array(gapSchema)),
  /**
   * Confirmed VMs over the last thirty days; null where not every VM had a reading around that time. Missing for a part
   * of the fleet, and where the history does not cover the same VMs.
   */
  trend: z.optional(z.array(z.object({ at: z.string(), encrypted: z.nullable(z.number()) }))),
  rows: z.array(rowSchema),
})
export type ViewSnapshot = z.infer<typeof viewContentSchema>

/** Content of a snapshot: built from codes and values, never a copy of ARM's answer. */
export const snapshotContentSchema = z.discriminatedUnion('kind', [vmContentSchema, viewContentSchema])
export type SnapshotContent = z.infer<typeof snapshotContentSchema>

/** Body of `POST /api/v1/snapshots/preview`. `query` is the query of the fleet's URL without `?`. */
export const snapshotPreviewRequestSchema = z.strictObject({
  subject: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('vm'),
      vm: z.strictObject({ subscriptionId: givenText, resourceGroup: givenText, name: givenText }),
    }),
    z.strictObject({ kind: z.literal('view'), query: z.string().check(z.maxLength(8000)) }),
  ]),
  reveal: z.array(part).check(z.maxLength(snapshotParts.length)),
})
export type SnapshotPreviewRequest = z.infer<typeof snapshotPreviewRequestSchema>

/** Exactly what a link would show, stored for a while so that the link shows this and nothing newer. */
export const snapshotPreviewSchema = z.object({
  failure: z.nullable(z.enum(historyFailures)),
  draft: text,
  content: z.nullable(snapshotContentSchema),
})
export type SnapshotPreview = z.infer<typeof snapshotPreviewSchema>

/** Body of `POST /api/v1/snapshots`: creates a link to a draft. */
export const snapshotPublishRequestSchema = z.strictObject({
  draft: z.guid(),
  hours: z.int().check(z.gte(1), z.lte(snapshotHours.most)),
  passphrase: z.nullable(z.string().check(z.minLength(8), z.maxLength(200))),
  /** Shows readers who made the link: the name of the account, or another one. Null or missing shows no name. */
  madeBy: z.optional(
    z.nullable(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('account') }),
        z.strictObject({ kind: z.literal('typed'), name: givenText }),
      ]),
    ),
  ),
})
export type SnapshotPublishRequest = z.infer<typeof snapshotPublishRequestSchema>

/**
 * Answer to it. No other answer contains the token. Neither token nor failure: the draft is gone, or there are too
 * many.
 */
export const snapshotPublishedSchema = z.object({
  failure: z.nullable(z.enum(historyFailures)),
  token: text,
  expiresAt: text,
})
export type SnapshotPublished = z.infer<typeof snapshotPublishedSchema>

export const snapshotEventKinds = ['made', 'opened', 'refused', 'revoked'] as const
export type SnapshotEventKind = (typeof snapshotEventKinds)[number]

const listedSchema = z.object({
  id: z.string(),
  kind: z.enum(['vm', 'view']),
  /** Name of the VM; empty for a view. */
  title: z.string(),
  withheld: z.array(part),
  hasPassphrase: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: text,
  views: z.number(),
  /** The latest first, limited in number. */
  events: z.array(z.object({ at: z.string(), kind: z.enum(snapshotEventKinds) })),
})
export type ListedSnapshot = z.infer<typeof listedSchema>

/** Answer of `GET /api/v1/snapshots`: the caller's snapshots, the newest first. */
export const snapshotListSchema = z.object({
  failure: z.nullable(z.enum(historyFailures)),
  snapshots: z.array(listedSchema),
  /** Most links that a user can have at once. */
  most: z.number(),
})
export type SnapshotList = z.infer<typeof snapshotListSchema>

/** Answer of `DELETE /api/v1/snapshots/{id}`. */
export const snapshotRevokedSchema = z.object({ failure: z.nullable(z.enum(historyFailures)), revoked: z.boolean() })
export type SnapshotRevoked = z.infer<typeof snapshotRevokedSchema>

/** Body of `POST /api/v1/shared`, which requires no sign-in. */
export const sharedRequestSchema = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
  passphrase: z.nullable(z.string().check(z.maxLength(200))),
})

/** Answer to it. */
export const sharedSchema = z.object({ content: snapshotContentSchema, expiresAt: z.string() })
export type Shared = z.infer<typeof sharedSchema>

/**
 * URL of the page that shows a snapshot; the token is in the fragment, which is not sent to any server or written to
 * any log.
 */
export function sharedPagePath(token: string): string {
  return `/shared#${token}`
}
