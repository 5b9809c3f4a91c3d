import type { ActivityItem, SourceOutcome, VmTimeline } from '@/lib/contract/timeline'
import type { Cause, Prerequisite, Step, Troubleshoot } from '@/lib/contract/troubleshoot'

/** The checks of Sealwatch that read what a step would show. A step without an entry asks for more than was read. */
const checksOf: Readonly<Partial<Record<Step['kind'], readonly Prerequisite['kind'][]>>> = {
  'show-power-state': ['vm-running'],
  'show-agent': ['agent-ready', 'agent-version'],
  'show-size': ['vm-size', 'memory'],
  'show-vault': ['vault-region', 'vault-subscription', 'vault-enabled', 'vault-soft-delete', 'vault-firewall'],
  'show-key': ['key-type', 'key-version'],
  'show-secret': ['secret-present'],
  'show-locks': ['locks'],
  'show-network-rules': ['network-platform', 'network-storage', 'network-entra-vault', 'custom-dns'],
  'show-snapshots': ['backup-before'],
}

const isKnown = ({ outcome }: Prerequisite): boolean => outcome === 'pass' || outcome === 'warn' || outcome === 'fail'
const isMissing = ({ outcome }: Prerequisite): boolean =>
  outcome === 'not-allowed' || outcome === 'unread' || outcome === 'not-visible'

export interface ReadAlready {
  /** Results of this reading that answer the step, or a part of it; empty for none. */
  readonly checks: readonly Prerequisite[]
  /** Whether nothing that the step would show is missing: then its command is optional. */
  readonly isWhole: boolean
}

/** What the reading already shows of a step's question. */
export function readAlready(step: Step['kind'], prerequisites: Troubleshoot['prerequisites']): ReadAlready {
  const kinds = checksOf[step] ?? []
  const own = prerequisites.filter(({ kind }) => kinds.includes(kind))
  const checks = own.filter(isKnown)
  return { checks, isWhole: checks.length > 0 && !own.some(isMissing) }
}

/** The time that the step `show-recent-changes` asks for. */
const recentMs = 7 * 86_400_000

/** What the Activity Log shows of a VM, its extensions and its disks. */
export interface RecentChanges {
  /** Newest first. */
  readonly items: readonly ActivityItem[]
  /** Whether no event of the time is missing. */
  readonly isWhole: boolean
}

/**
 * Whether the changes of the VM, its extensions and its disks answer the step for this cause. The changes of a key vault
 * are not among them.
 */
export function asksForOwnChanges({ steps }: Pick<Cause, 'steps'>): boolean {
  const kinds: readonly Step['kind'][] = steps
  return kinds.includes('show-recent-changes') && !kinds.includes('show-vault') && !kinds.includes('show-key')
}

const isRead: Readonly<Record<SourceOutcome, boolean>> = {
  read: true,
  partial: true,
  none: true,
  denied: false,
  failed: false,
  'not-asked': false,
  unavailable: false,
  'not-in-file': false,
}

/** The changes of the last seven days, by the Activity Log; null where it was not read. */
export function recentChanges(timeline: Pick<VmTimeline, 'now' | 'activity' | 'sources'>): RecentChanges | null {
  const log = timeline.sources.find(({ source }) => source === 'activity-log')
  if (log === undefined || !isRead[log.outcome]) return null
  const since = Date.parse(timeline.now) - recentMs
  const items = timeline.activity
    .filter(({ to, sources }) => sources.includes('activity-log') && Date.parse(to) >= since)
    .toSorted((one, other) => Date.parse(other.from) - Date.parse(one.from))
  const isWhole = log.outcome !== 'partial' || (log.wholeSince !== null && Date.parse(log.wholeSince) <= since)
  return { items, isWhole }
}
