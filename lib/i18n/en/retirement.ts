import { runbookSteps } from './runbook-steps'
import type { UnknownReason } from '@/lib/shared/known'
import type { BlockerKind, BlockerOutcome, MigrationClass, UndecidedReason } from '@/lib/retirement/codes'
import type { SuggestedWave } from '@/lib/retirement/waves'

interface Table {
  readonly [key: string]: string | Table
}

export const retirement = {
  title: 'Retirement',
  summary:
    '{least, select, yes {At least } other {}}{vms, plural, one {# VM} other {# VMs}} and {disks, plural, one {# unattached disk} other {# unattached disks}} use Azure Disk Encryption',
  days: {
    left: '{days, plural, one {# day} other {# days}} left',
    over: 'The retirement date has passed.',
    until: 'until {date}',
    meaning:
      'Azure Disk Encryption retires on that day. Running VMs go on running; after a restart their encrypted disks no longer unlock. Their backups have to be replaced by then as well.',
    source: 'The migration guide',
  },
  partial: 'Not read: {parts}. Where it matters, the list says “not known”.',
  why: {
    denied: 'no right',
    absent: 'not there',
    'not-asked': 'not asked',
    unreadable: 'no usable answer',
    unavailable: 'not available in this cloud',
  },
  part: {
    disks: 'disks',
    domainJoined: 'domain joins',
    sessionHosts: 'session hosts',
    backedUp: 'backups',
    setMembers: 'scale sets',
    features: 'features',
    sizes: 'sizes',
  },
  none: {
    title: 'Nothing uses Azure Disk Encryption',
    text: 'All VMs and disks that you can read were read. None uses it.',
  },
  class: {
    'linux-os': {
      name: 'Linux, OS disk',
      meaning: 'An encrypted Linux OS disk cannot be decrypted: a new VM is built and the data copied.',
    },
    'scale-set': {
      name: 'Scale set',
      meaning: 'Only new instances can be encrypted at the host: the model is changed and the instances replaced.',
    },
    windows: {
      name: 'Windows',
      meaning: 'Disable, wait for the decryption, copy the disks by upload, make a new VM around the copies.',
    },
    'linux-data': {
      name: 'Linux, data only',
      meaning: 'Like Windows: disable, wait, copy the disks by upload, make a new VM around the copies.',
    },
    'unattached-disk': {
      name: 'Disk without a VM',
      meaning: 'After the retirement date nothing unlocks it any more: copy what is needed, or decide to discard it.',
    },
    undecided: { name: 'Not decided', meaning: 'What was read does not tell which way it goes.' },
    leftover: {
      name: 'Leftover',
      meaning:
        'Nothing is encrypted by it any more. Its disks keep a mark, so that encryption at host needs new disks all the same.',
    },
  },
  reason: {
    'not-read': 'The VM could not be read.',
    'just-begun': 'The extension has just begun; what it will touch is not told yet.',
    'os-type-unknown': 'The operating system is not known.',
    'os-failed': 'OS encryption failed. Whether the disk was touched decides, and only the guest tells.',
    'os-conflict': 'Stamp and report contradict each other about the OS disk.',
    'os-unknown': 'The state of the OS disk is not known.',
    'data-unknown': 'The state of the data disks is not known.',
  },
  blocker: {
    unsettled: {
      name: 'Not settled',
      found: 'Something runs, waits or failed: settle it first.',
      clear: 'Nothing runs or waits.',
      'not-seen': 'Nothing is seen to run. The guest does not confirm it.',
      unknown: 'Its state is not known.',
    },
    size: {
      name: 'Size',
      found: 'This size cannot encrypt at the host here: another one is needed.',
      clear: 'The size can encrypt at the host.',
      'not-seen': '–',
      unknown: 'Whether the size can encrypt at the host is not known.',
    },
    feature: {
      name: 'Feature',
      found: 'Encryption at host is not registered in this subscription.',
      clear: 'Encryption at host is registered.',
      'not-seen': '–',
      unknown: 'Whether encryption at host is registered is not known.',
    },
    'disk-limits': {
      name: 'Disk limits',
      found: 'An Ultra Disk or Premium SSD v2 with sectors of 512 bytes is too old for encryption at host.',
      clear: 'Its Ultra Disks and Premium SSD v2 can be encrypted at the host.',
      'not-seen': 'No Ultra Disk and no Premium SSD v2 was seen on it.',
      unknown: 'Whether its disks have limits is not known.',
    },
    'domain-join': {
      name: 'Domain',
      found: 'Joined to a domain by an extension: leave before the VM is deleted, join again after.',
      clear: '–',
      'not-seen': 'No extension joined it. A join made inside the guest cannot be seen.',
      unknown: 'Whether an extension joined it to a domain is not known.',
    },
    'virtual-desktop': {
      name: 'Virtual Desktop',
      found: 'Session host of Azure Virtual Desktop: new hosts take its place.',
      clear: '–',
      'not-seen': 'No host pool that you can read has it.',
      unknown: 'Whether it is a session host is not known.',
    },
    backup: {
      name: 'Backups',
      found: 'Its recovery points hold encrypted disks, which do not unlock after the retirement date either.',
      clear: '–',
      'not-seen': 'No backup that you can read is of it.',
      unknown: 'Whether it is backed up is not known.',
    },
  },
  outcome: { found: 'blocker', clear: 'clear', 'not-seen': 'not seen', unknown: 'not known' },
  strip: 'Ways to migrate from Azure Disk Encryption',
  table: {
    label: 'VMs and disks to move',
    search: 'Name, group, subscription',
    inWave: 'Wave shown',
    allWaves: 'All waves',
    noWave: 'No wave',
    select: 'Select {name}',
    all: 'Select all that are shown',
    name: 'VM or disk',
    subscription: 'Subscription',
    class: 'Way',
    state: 'State',
    blockers: 'Blockers',
    other: 'Other encryption',
    wave: 'Wave',
    runbook: 'Runbook',
    open: 'Runbook of {name}',
    disk: 'Disk',
    nothing: 'nothing seen',
    notKnown: 'not known: {names}',
    shown: '{shown, number} of {all, number}',
    more: 'Show {count, number} more',
    empty: 'Nothing fits.',
  },
  waves: {
    title: 'Waves',
    hint: 'Kept in this browser for you alone, until you sign out. Export it to keep or share it.',
    unsaved: 'This browser keeps nothing, so the plan lasts until you leave.',
    none: 'No waves yet. Add one, or begin with a suggestion by blockers.',
    suggest: 'Suggest waves',
    suggested: 'Suggested waves made.',
    add: 'Add a wave',
    newName: 'Wave {number}',
    name: 'Name of wave {number}',
    until: 'Done by, wave {name}',
    remove: 'Remove wave {name}',
    count: '{count, plural, one {# to move} other {# to move}}',
    rest: 'In no wave: {count, number}',
    move: 'Move {count, number} selected to',
    moveNone: 'Select VMs in the list to move them.',
    moved: '{count, number} moved to {wave}.',
    export: 'Export (CSV)',
    exported: 'List saved as {file}.',
    suggestion: { ready: 'Ready to go', prepare: 'Prepare first', rebuild: 'Build anew' },
  },
  file: {
    made: 'Made',
    evidence: 'Evidence',
    related: 'Disks, sizes and backups read at',
    fleet: 'VMs',
    around: 'Disks, sizes and backups',
    size: 'Size',
    region: 'Region',
    group: 'Resource group',
    until: 'Done by',
    steps: 'Steps',
    total: 'Total',
    os: 'OS',
  },
  runbook: {
    title: 'Runbook: {name}',
    hint: 'Sealwatch changes nothing in Azure; you run the commands. Try them on a VM that is not in production first.',
    close: 'Close the runbook',
    downtime: 'The VM is down while its disks are copied.',
    why: 'Blockers',
    sources: 'Documents',
    guide: 'Open the guide of {name}',
    step: runbookSteps,
  },
  progress: {
    title: 'Over time',
    left: 'on Azure Disk Encryption',
    unknown: 'Unknown',
    notSeen: 'Nobody looked',
    chart: 'VMs on Azure Disk Encryption over the last 12 months',
    change: 'From {first, number} on {from} to {last, number} on {to}.',
    none: 'Nothing is remembered yet. A VM counts from the first look at it.',
    table: 'VMs on Azure Disk Encryption over time',
    time: 'Day',
  },
} as const satisfies {
  readonly class: Readonly<Record<MigrationClass, Table>>
  readonly reason: Readonly<Record<UndecidedReason, string>>
  readonly blocker: Readonly<Record<BlockerKind, { readonly name: string } & Readonly<Record<BlockerOutcome, string>>>>
  readonly outcome: Readonly<Record<BlockerOutcome, string>>
  readonly why: Readonly<Record<UnknownReason, string>>
  readonly waves: { readonly suggestion: Readonly<Record<SuggestedWave, string>> } & Table
  readonly [section: string]: string | Table
}
