import type { ActivityKind, ActivityOutcome, ActivitySource, Actor } from '@/lib/timeline/activity/types'
import type { Entry } from '@/lib/timeline/entries'
import type { EstimateBasis, NoEstimateReason, WorkKind } from '@/lib/timeline/estimate/types'
import type { Weighting } from '@/lib/timeline/estimate/volumes'
import type { ObservationDepth, ObservationSource } from '@/lib/timeline/observation'
import type { StuckRule } from '@/lib/timeline/stuck/signs'
import type { Gap, LaneId, StartKind } from '@/lib/timeline/types'

/** Times and durations come formatted. */
export const timeline = {
  lane: {
    vm: 'VM',
    os: 'OS volume',
    data: 'Data volumes',
    message: 'Message',
    power: 'Power, agent',
  },
  people: 'Requests',
  source: { user: 'read by a user', collector: 'read by the collector' },
  depth: { vm: 'the VM itself was read', inventory: 'only the inventory was read' },
  start: {
    exact: 'started {at}, from Azure’s records',
    between: 'started between {after} and {at}',
    'first-seen': 'first detected {at}; no earlier reading, so it may have started before',
  },
  gap: {
    'seen-again': 'No reading for {time}. What happened in between is not known.',
    now: 'No reading for {time}. What has happened since is not known.',
    deleted: 'No reading in the last {time} before the VM was deleted.',
  },
  entry: {
    'first-seen': 'First reading of this machine',
    moved: 'Moved or renamed',
    deleted: 'Deleted',
    gap: 'No reading',
    activity: 'Request',
    change: 'Change',
  },
  recreated: 'Another machine has had this name since {at}. Everything before belongs to the earlier machine.',
  leftOut: '{count, plural, one {# record was} other {# records were}} omitted because of an impossible time.',
  activitySource: { 'activity-log': 'Activity Log', 'resource-changes': 'Resource Graph changes' },
  activity: {
    'extension-write': 'wrote an extension',
    'extension-delete': 'removed an extension',
    'vm-write': 'changed the VM',
    'vm-delete': 'deleted the VM',
    'vm-start': 'started the VM',
    'vm-restart': 'restarted the VM',
    'vm-deallocate': 'stopped and deallocated the VM',
    'vm-power-off': 'stopped the VM',
    'vm-redeploy': 'redeployed the VM',
    'vm-reimage': 'reimaged the VM',
    'run-command': 'ran a command inside the VM',
    'disk-write': 'changed a disk',
    'disk-delete': 'deleted a disk',
    'snapshot-write': 'created a snapshot',
    'vault-write': 'changed the key vault',
    'vault-access-write': 'changed access to the key vault',
    'tags-write': 'changed tags',
    other: 'another operation',
  },
  outcome: {
    begun: 'started, no end recorded',
    succeeded: 'succeeded',
    failed: 'failed',
    'not-recorded': 'outcome not recorded',
  },
  actor: {
    person: 'user',
    application: 'application or pipeline',
    platform: 'Azure platform',
    unknown: 'user not recorded',
  },
  stamp: { written: 'Key settings were written on the disk.', cleared: 'Key settings were cleared from the disk.' },
  work: {
    'os-copy': 'copy of the OS disk',
    'online-os': 'encryption of the OS volume while in use',
    'data-volumes': 'encryption of the data volumes',
    decryption: 'decryption of the data volumes',
  },
  basis: {
    percent: 'from {samples, plural, one {# reading} other {# readings}} of the percentage over {time}',
    metrics: 'estimate from bytes read from the OS disk: disk metrics of {measured} over {time}',
    similar: 'from {disks, plural, one {# similar disk} other {# similar disks}}',
    documented: 'documented range, nothing measured',
    none: 'no estimate',
  },
  noEstimate: {
    'not-working': 'No run is in progress.',
    'too-few-samples': 'Too few readings for an estimate.',
    'no-progress-seen': 'The readings show no progress.',
    'longer-than-documented': 'It is already taking longer than documented, so there is no estimate.',
    'possibly-stuck': 'The run is possibly stuck, so there is no estimate.',
    'not-documented': 'Nothing was measured, and no duration is documented.',
  },
  timeLeft: { range: '{low}–{high} left', most: 'up to {high} left' },
  weighting: {
    size: 'weighted by disk size, disks in LUN order',
    equal: 'all volumes weighted equally, as their sizes are not known',
    single: 'one volume',
  },
  copied: '{read} of {size} read; estimated, as the extension reports no percentage here',
  stuck: {
    'no-disk-traffic': 'The disk was idle from {since} to {until}, according to disk metrics ({measured} measured).',
    'retries-rising': 'Unmounting the old root keeps failing: attempt {attempt, number}, rising since {since}.',
    'agent-silent': 'The VM agent has sent no heartbeat for {time}, and no disk activity is seen.',
    'far-over-similar':
      'It has taken {time} so far; half of {disks, plural, one {# similar disk} other {# similar disks}} took less than {median}.',
  },
  quality: {
    title: 'Estimate accuracy',
    line: '{count, plural, one {# estimate} other {# estimates}}: half were off by less than {error}, and {within} of the ranges contained the actual time.',
    rangesOnly:
      '{count, plural, one {# estimate} other {# estimates}}: {within} of the ranges contained the actual time.',
    none: 'No run of this VM with an estimate has finished yet.',
  },
  notSeen: 'No reading',
} as const satisfies {
  readonly lane: Readonly<Record<LaneId, string>>
  readonly source: Readonly<Record<ObservationSource, string>>
  readonly depth: Readonly<Record<ObservationDepth, string>>
  readonly start: Readonly<Record<StartKind, string>>
  readonly gap: Readonly<Record<Gap['ends'], string>>
  readonly entry: Readonly<Record<Entry['kind'], string>>
  readonly activitySource: Readonly<Record<ActivitySource, string>>
  readonly activity: Readonly<Record<ActivityKind, string>>
  readonly outcome: Readonly<Record<ActivityOutcome, string>>
  readonly actor: Readonly<Record<Actor['kind'], string>>
  readonly work: Readonly<Record<WorkKind, string>>
  readonly basis: Readonly<Record<EstimateBasis, string>>
  readonly noEstimate: Readonly<Record<NoEstimateReason, string>>
  readonly weighting: Readonly<Record<Weighting, string>>
  readonly stuck: Readonly<Record<StuckRule, string>>
  readonly [section: string]: string | Readonly<Record<string, string>>
}
