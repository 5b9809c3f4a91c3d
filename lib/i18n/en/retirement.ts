import { runbookSteps } from './runbook-steps'
import type { UnknownReason } from '@/lib/shared/known'
import type { BlockerKind, BlockerOutcome, MigrationClass, UndecidedReason } from '@/lib/retirement/codes'
import type { SuggestedWave } from '@/lib/retirement/waves'

interface Table {
  readonly [key: string]: string | Table
}

export const retirement = {
  title: 'Retirement',
  summary: {
    vms: '{least, select, yes {At least } other {}}{count, plural, one {# VM} other {# VMs}} with Azure Disk Encryption (in place, running, failed or in conflict)',
    disks:
      '{least, select, yes {At least } other {}}{count, plural, one {# unattached disk} other {# unattached disks}}',
    others:
      '{count, plural, one {# more VM is} other {# more VMs are}} listed: not known, just started, or residual settings only',
    rows: '{count, number} in the list',
  },
  days: {
    left: '{days, plural, one {# day} other {# days}} left',
    over: 'The retirement date has passed.',
    until: 'until {date}',
    meaning:
      'Azure Disk Encryption is retired on that day. Running VMs keep running; after a restart, their encrypted disks no longer unlock. Their backups must be replaced by then as well.',
    source: 'Migration guide',
  },
  partial: 'Not read: {parts}. Where it matters, the list says “not known”.',
  why: {
    denied: 'no permission',
    absent: 'does not exist',
    'not-asked': 'not queried',
    unreadable: 'no usable response',
    unavailable: 'not available in this cloud',
    'not-in-file': 'not in this file',
  },
  part: {
    disks: 'disks',
    domainJoined: 'domain joins',
    sessionHosts: 'session hosts',
    backedUp: 'backups',
    setMembers: 'scale sets',
    features: 'feature registrations',
    sizes: 'sizes',
  },
  none: {
    title: 'Nothing uses Azure Disk Encryption',
    text: 'All VMs and disks that you can read were read. None uses it.',
  },
  class: {
    'linux-os': {
      name: 'Linux, OS disk',
      meaning: 'An encrypted Linux OS disk cannot be decrypted: build a new VM and copy the data.',
    },
    'scale-set': {
      name: 'Scale set',
      meaning: 'Only new instances can use encryption at host: change the model and replace the instances.',
    },
    windows: {
      name: 'Windows',
      meaning: 'Disable, wait for decryption, copy the disks by upload, create a new VM from the copies.',
    },
    'linux-data': {
      name: 'Linux, data only',
      meaning: 'As for Windows: disable, wait, copy the disks by upload, create a new VM from the copies.',
    },
    'unattached-disk': {
      name: 'Unattached disk',
      meaning: 'It cannot be unlocked after the retirement date: copy what you need, or decide to discard it.',
    },
    undecided: { name: 'Undetermined', meaning: 'The readings do not determine the migration path.' },
    leftover: {
      name: 'Residual settings',
      meaning:
        'It no longer encrypts anything. The disks keep a marker, so encryption at host still requires new disks.',
    },
  },
  reason: {
    'not-read': 'The VM could not be read.',
    'just-begun': 'The extension has just started and does not report yet which disks it will change.',
    'os-type-unknown': 'The operating system is not known.',
    'os-failed':
      'OS encryption failed. The path depends on whether the disk was changed, and only the guest shows that.',
    'os-conflict': 'Stamp and report contradict each other about the OS disk.',
    'os-unknown': 'The state of the OS disk is not known.',
    'data-unknown': 'The state of the data disks is not known.',
  },
  blocker: {
    unsettled: {
      name: 'Open operation',
      found: 'An operation is running, waiting or failed: resolve it first.',
      clear: 'No operation is running or waiting.',
      'not-seen': 'No operation was seen running. The guest does not confirm it.',
      unknown: 'Its state is not known.',
    },
    size: {
      name: 'Size',
      found: 'This size does not support encryption at host here: choose another one.',
      clear: 'The size supports encryption at host.',
      'not-seen': '–',
      unknown: 'Whether the size supports encryption at host is not known.',
    },
    feature: {
      name: 'Feature registration',
      found: 'Encryption at host is not registered in this subscription.',
      clear: 'Encryption at host is registered.',
      'not-seen': '–',
      unknown: 'Whether encryption at host is registered is not known.',
    },
    'disk-limits': {
      name: 'Disk limits',
      found: 'An Ultra Disk or Premium SSD v2 with 512-byte sectors is too old for encryption at host.',
      clear: 'Its Ultra Disks and Premium SSD v2 support encryption at host.',
      'not-seen': 'No Ultra Disk or Premium SSD v2 was seen on it.',
      unknown: 'Whether its disks have limits is not known.',
    },
    'domain-join': {
      name: 'Domain join',
      found:
        'An extension joined it to a domain: leave the domain before you delete the VM, and join again afterwards.',
      clear: '–',
      'not-seen': 'No extension joined it. A join made inside the guest cannot be seen.',
      unknown: 'Whether an extension joined it to a domain is not known.',
    },
    'virtual-desktop': {
      name: 'Virtual Desktop',
      found: 'Session host of Azure Virtual Desktop: replace it with a new host.',
      clear: '–',
      'not-seen': 'Not in any host pool that you can read.',
      unknown: 'Whether it is a session host is not known.',
    },
    backup: {
      name: 'Backups',
      found: 'Its recovery points contain encrypted disks, which cannot be unlocked after the retirement date either.',
      clear: '–',
      'not-seen': 'Not in any backup that you can read.',
      unknown: 'Whether it is backed up is not known.',
    },
  },
  outcome: { found: 'blocker', clear: 'clear', 'not-seen': 'not seen', unknown: 'not known' },
  strip: 'Migration paths',
  table: {
    label: 'VMs and disks to migrate',
    search: 'Name, group, subscription',
    inWave: 'Wave shown',
    allWaves: 'All waves',
    noWave: 'No wave',
    waveUnknown: 'Not known',
    select: 'Select {name}',
    all: 'Select all shown',
    name: 'VM or disk',
    subscription: 'Subscription',
    class: 'Migration path',
    state: 'State',
    blockers: 'Blockers',
    other: 'Other encryption',
    wave: 'Wave',
    runbook: 'Runbook',
    open: 'Runbook of {name}',
    disk: 'Disk',
    nothing: 'none found',
    notKnown: 'not known: {names}',
    shown: '{shown, number} of {all, number}',
    more: 'Show {count, number} more',
    empty: 'No entries match.',
  },
  waves: {
    title: 'Waves',
    hint: 'Shared with everyone who can read these VMs. Saved as you type.',
    unread: 'The waves could not be read.',
    partial: 'Some VMs could not be listed, so their waves are not known.',
    loading: 'Reading the waves…',
    refused: 'Not saved.',
    lost: 'Another user removed the wave {name} while you changed it.',
    restore: 'Create it again',
    owner: 'Owner of wave {name}',
    ownerHint: 'Owner or team',
    note: 'Note for wave {name}',
    noteHint: 'Note',
    theirs: 'Theirs: {text}.',
    countUnknown: 'number not known',
    restUnknown: 'Not in a wave: not known',
    removeQuestion: 'Remove the wave {name} and take its VMs out of it?',
    removeNow: 'Remove',
    removeCancel: 'Keep',
    saving: 'Saving…',
    file: 'Import a plan',
    fileWrong: 'This file contains no plan of waves.',
    adopted:
      '{skipped, plural, =0 {Plan imported.} one {Plan imported. # VM or disk was left out: not in your list, or already in a wave.} other {Plan imported. # VMs and disks were left out: not in your list, or already in a wave.}}',
    oldTitle: 'This browser still has your plan from an earlier version.',
    oldText:
      '{waves, plural, one {# wave} other {# waves}}, {members, plural, one {# VM or disk} other {# VMs and disks}}. Import it to share it.',
    oldImport: 'Import',
    oldSave: 'Save as file',
    oldForget: 'Delete from this browser',
    none: 'No waves yet. Add one, or start with suggestions based on blockers.',
    suggest: 'Suggest waves',
    suggestLater: 'Available once all VMs, disks and sizes are read.',
    suggested: 'Suggested waves added.',
    add: 'Add a wave',
    newName: 'Wave {number}',
    name: 'Name of wave {number}',
    until: 'Due date of wave {name}',
    remove: 'Remove wave {name}',
    count: '{least, select, yes {at least } other {}}{count, plural, one {# to migrate} other {# to migrate}}',
    rest: 'Not in a wave: {least, select, yes {at least } other {}}{count, number}',
    move: 'Move {count, number} selected to',
    moveNone: 'Select VMs in the list to move them.',
    moved: '{count, number} moved to {wave}.',
    export: 'Export (CSV)',
    exported: 'Saved as {file}.',
    suggestion: { ready: 'Ready to go', prepare: 'Prepare first', rebuild: 'Rebuild' },
  },
  file: {
    made: 'Created',
    evidence: 'Data as of',
    related: 'Disks, sizes and backups read at',
    fleet: 'VMs',
    around: 'Disks, sizes and backups',
    size: 'Size',
    region: 'Region',
    group: 'Resource group',
    until: 'Due date',
    owner: 'Wave owner',
    note: 'Wave note',
    steps: 'Steps',
    total: 'Total',
    os: 'OS',
  },
  runbook: {
    title: 'Runbook: {name}',
    hint: 'You run the commands; Sealwatch changes nothing in Azure. Try them on a non-production VM first.',
    close: 'Close the runbook',
    downtime: 'The VM is down while its disks are copied.',
    why: 'Blockers',
    sources: 'Documentation',
    guide: 'Open the guide for {name}',
    step: runbookSteps,
  },
  progress: {
    title: 'Over time',
    hint: 'Counts VMs by state: in place, running, failed or in conflict.',
    left: 'VMs with Azure Disk Encryption',
    lastKnown: 'Using it when last read',
    unknown: 'Unknown',
    notSeen: 'No reading',
    chart: 'VMs with Azure Disk Encryption over the last 12 months',
    change: 'From {first, number} on {from} to {last, number} on {to}.',
    unread:
      '{count, plural, one {# VM was not read at that time. It counts with its last known state, if there is one.} other {# VMs were not read at that time. Each counts with its last known state, if there is one.}}',
    otherwise:
      '{count, plural, one {# of them uses} other {# of them use}} another kind of encryption (confidential VMs). The number above leaves {count, plural, one {it} other {them}} out.',
    none: 'No history yet. A VM counts from its first reading on.',
    table: 'VMs with Azure Disk Encryption over time',
    time: 'Date',
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
