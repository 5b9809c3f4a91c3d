import { instanceOf } from '@/lib/contract/vm-reference'
import type { Commands } from '@/lib/diagnosis/commands/types'
import type { BlockerKind, MigrationClass } from './codes'
import type { RetirementItem } from './plan'
import { runbookCommands, type RunbookStepKind, type RunbookSubject } from './runbook-steps'

export interface RunbookStep {
  readonly kind: RunbookStepKind
  readonly commands: Commands
}

/** Steps that are only included for a blocker, or where the blocker is unknown. */
const onlyFor: Readonly<
  Partial<Record<RunbookStepKind, { readonly blocker: BlockerKind; readonly unknownToo: boolean }>>
> = {
  'settle-first': { blocker: 'unsettled', unknownToo: true },
  'register-feature': { blocker: 'feature', unknownToo: true },
  'choose-size': { blocker: 'size', unknownToo: true },
  'new-data-disks': { blocker: 'disk-limits', unknownToo: true },
  'leave-domain': { blocker: 'domain-join', unknownToo: false },
  'join-domain': { blocker: 'domain-join', unknownToo: false },
  'new-backup': { blocker: 'backup', unknownToo: false },
}

const before = [
  'settle-first',
  'back-up',
  'record-settings',
  'register-feature',
  'choose-size',
  'new-data-disks',
] as const
const after = ['verify', 'new-backup', 'clean-up'] as const

/** Disable, wait, copy by upload, and a new VM with the copies. */
const byCopy = [
  ...before,
  'leave-domain',
  'disable-ade',
  'wait-decrypted',
  'copy-disks',
  'create-vm',
  'fix-mounts',
  'join-domain',
  ...after,
] as const

/**
 * The steps of each way, in order. Source:
 * https://github.com/MicrosoftDocs/azure-compute-docs/blob/596eb049/articles/virtual-machines/disk-encryption-migrate.md
 */
const ways: Readonly<Record<MigrationClass, readonly RunbookStepKind[]>> = {
  'linux-os': [...before, 'build-new-vm', 'copy-data', ...after],
  'scale-set': [
    'settle-first',
    'record-settings',
    'register-feature',
    'choose-size',
    'new-data-disks',
    'update-set',
    'replace-instances',
    ...after,
  ],
  windows: byCopy,
  'linux-data': byCopy,
  'unattached-disk': ['inspect-disk', 'copy-loose-disk'],
  undecided: ['settle-first', 'wait-decrypted'],
  leftover: ['wait-decrypted', 'remove-extension'],
}

/** Session hosts are not moved: new ones replace them. */
const sessionHost: readonly RunbookStepKind[] = [
  'record-settings',
  'register-feature',
  'choose-size',
  'new-session-hosts',
  ...after,
]

function subjectOf(item: RetirementItem): RunbookSubject {
  const { id, subscriptionId, resourceGroup, name, region, kind } = item
  const osType = item.type === 'vm' ? item.vm.osType : item.disk.osType
  const scaleSet = instanceOf(id)?.scaleSet ?? null
  return { id, subscriptionId, resourceGroup, name, region, osType, scaleSet, dataOnly: kind === 'linux-data' }
}

function kindsFor({ kind, blockers }: RetirementItem): readonly RunbookStepKind[] {
  const outcomeOf = (wanted: BlockerKind) => blockers.find((blocker) => blocker.kind === wanted)?.outcome
  const way = outcomeOf('virtual-desktop') === 'found' && kind !== 'leftover' ? sessionHost : ways[kind]
  return way.filter((step) => {
    const condition = onlyFor[step]
    if (condition === undefined || (step === 'settle-first' && kind === 'undecided')) return true
    const outcome = outcomeOf(condition.blocker)
    return outcome === 'found' || (condition.unknownToo && outcome === 'unknown')
  })
}

/** What to do for one VM or disk, in order, with the commands that a user can copy. */
export function runbookOf(item: RetirementItem): readonly RunbookStep[] {
  const subject = subjectOf(item)
  return kindsFor(item).map((kind) => ({ kind, commands: runbookCommands[kind](subject) }))
}
