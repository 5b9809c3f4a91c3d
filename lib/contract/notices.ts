import * as z from 'zod/mini'
import { noticeSchema } from '@/lib/timeline/notice/schema'
import { historyFailures } from './history-failures'

/** The names of a VM. */
export const vmReferenceSchema = z.object({ subscriptionId: z.string(), resourceGroup: z.string(), name: z.string() })

const deliveredNoticeSchema = z.object({
  /** Increases with time. */
  id: z.number(),
  watchId: z.string(),
  vm: vmReferenceSchema,
  notice: noticeSchema,
  /** ISO time of its creation. */
  createdAt: z.string(),
  /** Webhooks that could not be notified; there are no further attempts. */
  undelivered: z.array(z.string()),
})
export type DeliveredNotice = z.infer<typeof deliveredNoticeSchema>

/** Answer of `GET /api/v1/notices?after=…`: notifications on followed VMs that the caller can read now. */
export const noticeListSchema = z.object({
  failure: z.nullable(z.enum(historyFailures)),
  /** Whether the caller follows anything. */
  following: z.boolean(),
  /** Newest first. */
  notices: z.array(deliveredNoticeSchema),
  /** Pass this as `after` in the next request. */
  newest: z.number(),
})
export type NoticeList = z.infer<typeof noticeListSchema>
