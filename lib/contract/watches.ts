export { noticeKinds, type Notice, type NoticeKind } from '@/lib/timeline/notice/types'
export type { FollowedView } from '@/lib/timeline/notice/view'

/** What kinds of receivers a webhook can have. */
export const webhookKinds = ['json', 'teams', 'slack'] as const
export type WebhookKind = (typeof webhookKinds)[number]
