import * as z from 'zod/mini'
import { vmStates } from '@/lib/encryption/types'
import { followedViewSchema } from '@/lib/timeline/notice/schema'
import { noticeKinds } from '@/lib/timeline/notice/types'
import { givenText } from './given-text'
import { historyFailures } from './history-failures'
import { vmReferenceSchema } from './notices'

export { noticeKinds, type Notice, type NoticeKind } from '@/lib/timeline/notice/types'
export type { FollowedView } from '@/lib/timeline/notice/view'

/** Kinds of receivers of a webhook. */
export const webhookKinds = ['json', 'teams', 'slack'] as const
export type WebhookKind = (typeof webhookKinds)[number]

/** A mute without an end. */
export const mutedForGood = '9999-12-31T23:59:59.999Z'

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vm'), vm: vmReferenceSchema }),
  z.object({ kind: z.literal('view'), name: z.string(), view: followedViewSchema }),
])

const watchSchema = z.object({
  id: z.string(),
  target: targetSchema,
  kinds: z.array(z.enum(noticeKinds)),
  /** Names of webhooks. */
  channels: z.array(z.string()),
  /** ISO time; null when not muted. */
  mutedUntil: z.nullable(z.string()),
  createdAt: z.string(),
})
export type Watch = z.infer<typeof watchSchema>

/** Answer of `GET /api/v1/watches`: what the caller follows. */
export const watchListSchema = z.object({
  /** Null when the store of watches is available; otherwise nothing can be followed now. */
  failure: z.nullable(z.enum(historyFailures)),
  watches: z.array(watchSchema),
  /** Webhooks that the caller may use. */
  webhooks: z.array(z.object({ name: z.string(), kind: z.enum(webhookKinds) })),
  /** Most watches per user. */
  most: z.number(),
  /** Webhooks report on a VM for this many hours after the caller's permission to read it was last proven. */
  proofHours: z.number(),
})
export type WatchList = z.infer<typeof watchListSchema>

const few = <Schema extends z.ZodMiniType>(each: Schema) => z.array(each).check(z.maxLength(200))
const kindsInput = z.array(z.enum(noticeKinds)).check(z.minLength(1), z.maxLength(noticeKinds.length))
const channelsInput = z.array(givenText).check(z.maxLength(20))
const viewInput = z.strictObject({
  subscriptions: few(givenText),
  groups: few(givenText),
  os: few(z.enum(['Linux', 'Windows', 'unknown'])),
  states: few(z.enum(vmStates)),
})

/** Body of `PUT /api/v1/watches`: follows a VM or a view, or changes an existing watch. */
export const watchRequestSchema = z.strictObject({
  target: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('vm'),
      vm: z.strictObject({ subscriptionId: givenText, resourceGroup: givenText, name: givenText }),
    }),
    z.strictObject({ kind: z.literal('view'), name: givenText, view: viewInput }),
  ]),
  kinds: kindsInput,
  channels: channelsInput,
  /** Language of the webhook messages. */
  language: z.enum(['en', 'ja']),
})
export type WatchRequest = z.infer<typeof watchRequestSchema>

/**
 * Body of `PATCH /api/v1/watches/{id}`, and of `PATCH /api/v1/watches` for all at once. Omitted fields stay unchanged.
 */
export const watchChangeSchema = z.strictObject({
  mutedUntil: z.optional(z.nullable(z.iso.datetime())),
  kinds: z.optional(kindsInput),
  channels: z.optional(channelsInput),
})
export type WatchChange = z.infer<typeof watchChangeSchema>

/** Answer to changes of watches. Nothing changed and no failure: there was no such watch, or there are too many. */
export const watchChangedSchema = z.object({
  failure: z.nullable(z.enum(historyFailures)),
  id: z.nullable(z.string()),
  changed: z.number(),
})
export type WatchChanged = z.infer<typeof watchChangedSchema>
