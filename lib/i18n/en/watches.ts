import type { NoticeKind } from '@/lib/timeline/notice/types'
import type { StuckRule } from '@/lib/timeline/stuck/signs'

/** What is followed and what is told; the first parts also go to webhooks, as they stand. */
export const watches = {
  kind: {
    'needs-person': 'Needs a person',
    finished: 'Finished',
    failed: 'Failed',
    stuck: 'Possibly stuck',
  },
  rule: {
    'no-disk-traffic': 'The disk that is being copied has moved nothing for a quarter of an hour.',
    'retries-rising': 'Unmounting the old root keeps failing.',
    'agent-silent': 'The VM agent has fallen silent, and nothing shows that the disk moves.',
    'far-over-similar': 'It has taken far longer than similar disks did.',
  },
  open: 'Open in Sealwatch',
  fact: { state: 'State', group: 'Resource group', subscription: 'Subscription', seen: 'Seen' },
} as const satisfies {
  readonly kind: Readonly<Record<NoticeKind, string>>
  readonly rule: Readonly<Record<StuckRule, string>>
  readonly [section: string]: string | object
}
