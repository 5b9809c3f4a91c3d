import 'server-only'

interface Instrument {
  /** `count` is a sum, `time` a duration in seconds, `level` a current value. */
  readonly kind: 'count' | 'time' | 'level'
  readonly unit: string
  readonly description: string
}

/** Every metric. `docs/runbook.md` explains each, and when to act. */
export const instruments = {
  'sealwatch.request.duration': {
    kind: 'time',
    unit: 's',
    description: 'Requests of the API, by endpoint, status and error code',
  },
  'sealwatch.arm.requests': {
    kind: 'count',
    unit: '{request}',
    description: 'Requests sent to Azure Resource Manager, by counter, scope and outcome',
  },
  'sealwatch.arm.request.duration': {
    kind: 'time',
    unit: 's',
    description: 'How long Azure Resource Manager took, by counter and outcome',
  },
  'sealwatch.arm.wait.duration': {
    kind: 'time',
    unit: 's',
    description: 'How long requests to Azure were delayed, by reason',
  },
  'sealwatch.verdicts': {
    kind: 'count',
    unit: '{verdict}',
    description: 'VMs judged, by state and by source: a reading of the VM, or the inventory',
  },
  'sealwatch.messages.unrecognised': {
    kind: 'count',
    unit: '{message}',
    description: 'Messages of the extension that the catalogue does not know',
  },
  'sealwatch.policy.violations': {
    kind: 'count',
    unit: '{violation}',
    description: 'Violations of the content policy that browsers reported, by directive',
  },
  'sealwatch.store.write.duration': {
    kind: 'time',
    unit: 's',
    description: 'How long it took to write a batch of observations, by database and outcome',
  },
  'sealwatch.store.size': { kind: 'level', unit: 'By', description: 'Size of the history' },
  'sealwatch.store.waiting': {
    kind: 'level',
    unit: '{observation}',
    description: 'Observations that wait to be written',
  },
  'sealwatch.store.usable': {
    kind: 'level',
    unit: '{store}',
    description: 'Whether this process can read and write the history: 1, or 0 for a lost, full, read-only or slow one',
  },
  'sealwatch.webhook.deliveries': {
    kind: 'count',
    unit: '{post}',
    description: 'Tries to post a notice, by the configured name of the webhook and the outcome',
  },
  'sealwatch.reports': {
    kind: 'count',
    unit: '{report}',
    description: 'Reports that were due, by outcome: written or failed',
  },
  'sealwatch.collect.due': { kind: 'level', unit: '{subscription}', description: 'Subscriptions due to be read' },
  'sealwatch.collect.late': {
    kind: 'level',
    unit: 's',
    description: 'How long the most overdue VM has been due to be read',
  },
  'sealwatch.fleet.inventory.complete': {
    kind: 'level',
    unit: '{inventory}',
    description: 'Whether the last inventory of the collectors is complete: 1, or 0 and no number of VMs is known',
  },
  'sealwatch.fleet.inventory.timestamp': {
    kind: 'level',
    unit: 's',
    description: 'When the last complete inventory ended, as Unix time',
  },
  'sealwatch.fleet.vms': {
    kind: 'level',
    unit: '{vm}',
    description: 'VMs of the last complete inventory, each once, by state, extension pass and operating system',
  },
  'sealwatch.fleet.subscription.vms': {
    kind: 'level',
    unit: '{vm}',
    description:
      'VMs of the last complete inventory, each once, by subscription and state; the operator names the subscriptions',
  },
  'sealwatch.fleet.vms.needing_action': {
    kind: 'level',
    unit: '{vm}',
    description: 'VMs in a state that waits for a person: failed, conflict, restart pending',
  },
  'sealwatch.fleet.vms.unread': {
    kind: 'level',
    unit: '{vm}',
    description: 'VMs of which no observation holds now; their state is unknown',
  },
  'sealwatch.fleet.vms.possibly_stuck': {
    kind: 'level',
    unit: '{vm}',
    description: 'VMs whose running work may be stuck, by the rules that need no disk metrics',
  },
  'sealwatch.fleet.evidence.oldest.timestamp': {
    kind: 'level',
    unit: 's',
    description: 'Time of the oldest observation that stands for a VM, as Unix time',
  },
  'sealwatch.fleet.finished_last_day': {
    kind: 'level',
    unit: '{run}',
    description: 'Work whose start and end were observed and that ended within the last 24 hours, by kind',
  },
  'sealwatch.retirement.vms': {
    kind: 'level',
    unit: '{vm}',
    description: 'VMs with Azure Disk Encryption, by the way in which they leave it',
  },
  'sealwatch.retirement.left': {
    kind: 'level',
    unit: 's',
    description: 'Time until the retirement of Azure Disk Encryption, in whole days',
  },
} as const satisfies Readonly<Record<string, Instrument>>
export type InstrumentName = keyof typeof instruments

/** The instruments of one kind. */
export type Named<Kind extends Instrument['kind']> = {
  [Name in InstrumentName]: (typeof instruments)[Name]['kind'] extends Kind ? Name : never
}[InstrumentName]
