import type { NoticeKind } from '@/lib/timeline/notice/types'
import type { StuckRule } from '@/lib/timeline/stuck/signs'

/** What is followed, and the notices; the first parts also go to webhooks, as they stand. */
export const watches = {
  kind: {
    'needs-person': 'Needs a person',
    finished: 'Finished',
    failed: 'Encryption failed',
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
  toast: {
    /** Under the headline of a failure, which has said so already. */
    failure: 'Nothing shows that the disk is encrypted. What Azure said, and the way on, are on the page of the VM.',
    region: 'News of what you follow',
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
    intro: 'You are told when one of these happens, in this browser while Sealwatch is open.',
    kinds: 'Tell me when it',
    when: {
      'needs-person': 'needs a person or fails',
      finished: 'finishes',
      failed: 'fails',
      stuck: 'may be stuck',
    },
    webhooks: 'Also post to',
    proof:
      'Posts go on for {hours, plural, one {# hour} other {# hours}} after you were last here: then your right to read the VM has to be seen again.',
    stop: 'Stop following',
    save: 'Save',
    manage: 'All that you follow',
    started: 'You follow {name}.',
    stopped: 'You no longer follow {name}.',
    changed: 'Changed.',
    tooMany: 'You follow as much as one person can. Stop following something first.',
    failed: 'That did not work. Try again.',
    noHistory: 'Nothing can be followed just now: Sealwatch cannot keep anything at the moment.',
    permission: {
      ask: 'Notify me on this computer',
      granted: 'This browser shows notifications.',
      denied:
        'This browser blocks notifications of this site; its settings for the site allow them again. What happens still appears inside Sealwatch.',
      unsupported: 'This browser has no notifications here. What happens still appears inside Sealwatch.',
    },
    view: {
      button: 'Follow this view',
      panel: 'Follow this view',
      name: 'Name',
      odd: 'The name holds characters that cannot be seen, break the line or turn its direction. Type it again.',
      all: 'All VMs that you can read',
      counted: 'Followed: {filters}.',
      ignored: 'Not part of what can be followed: {filters}. You will hear of VMs without regard to them.',
      text: 'Search text',
      start: 'Follow',
    },
  },
  page: {
    title: 'Following',
    intro: 'VMs and views that you follow, and what happened to them. Only you see this.',
    none: {
      title: 'You follow nothing yet',
      text: 'Open a VM and choose Follow, or follow a view of the fleet. You are told when a VM needs a person, finishes, fails or may be stuck.',
      fleet: 'Go to the fleet',
    },
    news: 'What happened',
    noNews: 'No notices of VMs that can be read now.',
    watches: 'What you follow',
    view: 'View of the fleet',
    delivered: 'Tells when it: {kinds}',
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
