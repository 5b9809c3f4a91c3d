import type { VmTimeline } from '@/lib/contract/timeline'

type MachineTimeline = VmTimeline['machines'][number]
type Item = VmTimeline['activity'][number]

/** `12:30` of one fixed day as ISO; longer texts unchanged. */
export const clock = (time: string): string => (time.length > 5 ? time : `2026-05-01T${time}:00.000Z`)

const seen = { sources: ['collector' as const], open: false }

/**
 * Observed from 10:00 to 11:00 and from 12:00 to 13:00 (now); encrypting since an observation between 10:30 and 10:31.
 */
export function machine(changes: Partial<MachineTimeline> = {}): MachineTimeline {
  const gaps: MachineTimeline['lanes']['vm']['gaps'] = [
    { from: clock('11:00'), to: clock('12:00'), ends: 'seen-again' },
  ]
  const stretches = <Value>(before: Value, after: Value) => [
    {
      ...seen,
      value: before,
      from: clock('10:00'),
      to: clock('10:30'),
      start: { kind: 'first-seen' as const, at: clock('10:00') },
    },
    {
      ...seen,
      value: after,
      from: clock('10:31'),
      to: clock('11:00'),
      start: { kind: 'between' as const, after: clock('10:30'), at: clock('10:31') },
    },
    {
      ...seen,
      value: after,
      from: clock('12:00'),
      to: clock('12:59'),
      open: true,
      start: { kind: 'first-seen' as const, at: clock('12:00') },
    },
  ]
  return {
    vmId: 'machine',
    from: clock('10:00'),
    to: clock('12:59'),
    deletedAt: null,
    places: [],
    lanes: {
      vm: { gaps, intervals: stretches('not-encrypted' as const, 'encrypting' as const) },
      os: { gaps, intervals: stretches('not-encrypted' as const, 'encrypting' as const) },
      data: { gaps, intervals: stretches('none' as const, 'none' as const) },
      message: { gaps, intervals: stretches(null, null) },
      power: { gaps, intervals: stretches({ power: 'running', agent: 'Ready' }, { power: 'running', agent: 'Ready' }) },
    },
    percents: [],
    ...changes,
  }
}

/** An activity that a user requested on the VM. */
export function item(at: string, changes: Partial<Item> = {}): Item {
  return {
    key: `item ${at}`,
    kind: 'extension-write',
    operation: 'microsoft.compute/virtualmachines/extensions/write',
    resourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/web-042/extensions/ade',
    from: clock(at),
    to: clock(at),
    outcome: 'succeeded',
    actor: { kind: 'person', name: 'aiko@contoso.example' },
    correlationId: null,
    sources: ['activity-log'],
    changes: [],
    stamps: [],
    ...changes,
  }
}

export function timeline(changes: Partial<VmTimeline> = {}): VmTimeline {
  return {
    id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/web-042',
    now: clock('13:00'),
    machines: [machine()],
    activity: [],
    leftOut: 0,
    work: {
      run: null,
      done: { basis: 'none' },
      timeLeft: { basis: 'none', work: null, why: 'not-working' },
      stuck: [],
      quality: [],
    },
    requested: null,
    sources: [],
    polling: { movingMs: 30_000, quietMs: 900_000 },
    historyFailure: null,
    truncated: false,
    unreadable: 0,
    formerMachines: [],
    ...changes,
  }
}
