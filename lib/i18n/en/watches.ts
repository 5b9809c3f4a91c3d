import type { NoticeKind } from '@/lib/timeline/notice/types'
import type { StuckRule } from '@/lib/timeline/stuck/signs'

/** What is followed, and the notices; the first parts also go to webhooks, as they stand. */
export const watches = {
  kind: {
    'needs-person': 'Needs action',
    finished: 'Finished',
    failed: 'Encryption failed',
    stuck: 'Possibly stuck',
  },
  rule: {
    'no-disk-traffic': 'The disk being copied has been idle for a quarter of an hour.',
    'retries-rising': 'Unmounting the old root keeps failing.',
    'agent-silent': 'The VM agent sends no heartbeat, and no disk activity is seen.',
    'far-over-similar': 'It has taken far longer than similar disks.',
  },
  open: 'Open in Sealwatch',
  fact: { state: 'State', group: 'Resource group', subscription: 'Subscription', seen: 'Time of reading' },
  toast: {
    /** Under the headline of a failure, which has said so already. */
    failure:
      'No report confirmed then that the disk was encrypted. Azure’s message and the next steps are on the VM’s page.',
    region: 'New events of followed VMs',
    open: 'Open {name}',
    dismiss: 'Dismiss',
    more: '{count, plural, one {# more} other {# more}}',
    all: 'Show all',
    desktop: 'Sealwatch',
  },
  follow: {
    follow: 'Follow',
    following: 'Following',
    panel: 'Follow this VM',
    intro: 'You are notified when one of these happens, in this browser while Sealwatch is open.',
    kinds: 'Notify me when it',
    when: {
      'needs-person': 'needs action or fails',
      finished: 'finishes',
      failed: 'fails',
      stuck: 'may be stuck',
    },
    webhooks: 'Also post to',
    proof:
      'Posts continue for {hours, plural, one {# hour} other {# hours}} after your last visit; then you must open Sealwatch again to confirm your right to read the VM.',
    stop: 'Stop following',
    save: 'Save',
    manage: 'Everything you follow',
    started: 'You are following {name}.',
    stopped: 'You no longer follow {name}.',
    changed: 'Saved.',
    several: 'Following {count, number} of {all, number}.',
    tooMany: 'You have reached the limit. Stop following something first.',
    failed: 'That didn’t work. Try again.',
    noHistory: 'Following is unavailable: Sealwatch cannot store anything here.',
    permission: {
      ask: 'Notify me on this computer',
      granted: 'This browser shows notifications.',
      denied:
        'This browser blocks notifications of this site. You can allow them in its site settings. Events still appear inside Sealwatch.',
      unsupported: 'This browser does not support notifications here. Events still appear inside Sealwatch.',
    },
    view: {
      button: 'Follow this view',
      panel: 'Follow this view',
      name: 'Name',
      odd: 'The name contains invisible characters, line breaks or characters that change the text direction. Type it again.',
      all: 'All VMs that you can read',
      counted: 'Followed: {filters}.',
      ignored: 'Cannot be followed: {filters}. You are notified of VMs regardless of them.',
      text: 'Search text',
      start: 'Follow',
    },
  },
  page: {
    title: 'Following',
    intro: 'VMs and views that you follow, and their notifications. Only you see this.',
    none: {
      title: 'You are not following anything yet',
      text: 'Open a VM and choose Follow, or follow a view of the fleet. You are notified when a VM needs action, finishes, fails or may be stuck.',
      fleet: 'Go to the fleet',
    },
    news: 'Notifications',
    noNews: 'No notifications for VMs that you can read now.',
    watches: 'What you follow',
    view: 'View of the fleet',
    delivered: 'Notifies when it {kinds}',
    posts: 'Posts to {names}',
    undelivered: 'Could not be posted to {names}.',
    muted: 'Muted until {time}',
    mutedForGood: 'Muted',
    mute: 'Mute {name}',
    muteFor: { hour: 'For one hour', day: 'For one day', good: 'Until I unmute it' },
    unmute: 'Unmute',
    muteAll: 'Mute all',
    unmuteAll: 'Unmute all',
    stop: 'Stop following {name}',
    open: 'Open {name}',
  },
} as const satisfies {
  readonly kind: Readonly<Record<NoticeKind, string>>
  readonly rule: Readonly<Record<StuckRule, string>>
  readonly [section: string]: string | object
}
