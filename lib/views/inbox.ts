import type { ProblemLine } from '@/lib/contract/problem-line'
import type { FleetEntry } from './fleet-entry'
import { urgentNeedOf, urgentNeedOfSummary, urgentNeeds, type UrgentNeed } from './fleet-need'
import type { VerdictSummary } from './verdict-summary'

/** VMs that need the same action. */
export interface Group {
  /** Used in the URL. */
  readonly key: string
  /** Null in a list of causes: that groups VMs by a shared cause, not by the required action. */
  readonly need: UrgentNeed | null
  /** Null when the state alone requires the action. */
  readonly problem: ProblemLine['kind'] | null
  /** The VM that has waited longest first. */
  readonly entries: readonly FleetEntry[]
}

/** The group of the inbox that a VM belongs to: need and problem; null where it needs no action. */
export function inboxKeyOf(summary: VerdictSummary, problem: Pick<ProblemLine, 'kind'> | null): string | null {
  const need = urgentNeedOfSummary(summary)
  return need === null ? null : `${need}.${problem?.kind ?? 'state'}`
}

/** Since when a VM waits, as far as is known: by the history, otherwise by its reading. */
const waitsSince = ({ history, evidenceAt }: FleetEntry): string => history?.firstSeen ?? evidenceAt ?? ''

function oldestFirst(entries: readonly FleetEntry[]): readonly FleetEntry[] {
  return [...entries].sort((a, b) => {
    const [one, other] = [waitsSince(a), waitsSince(b)]
    return one === other ? a.name.localeCompare(b.name) : one < other ? -1 : 1
  })
}

function grouped(
  entries: readonly FleetEntry[],
  describe: (entry: FleetEntry) => Omit<Group, 'entries'> | null,
): readonly Group[] {
  const groups = new Map<string, { readonly head: Omit<Group, 'entries'>; readonly entries: FleetEntry[] }>()
  for (const entry of entries) {
    const head = describe(entry)
    if (head === null) continue
    const group = groups.get(head.key)
    if (group === undefined) groups.set(head.key, { head, entries: [entry] })
    else group.entries.push(entry)
  }
  return [...groups.values()].map(({ head, entries: own }) => ({ ...head, entries: oldestFirst(own) }))
}

/** Since when the longest waiting VM of a group waits. */
const groupWaitsSince = ({ entries: [first] }: Group): string => (first === undefined ? '' : waitsSince(first))

/** The largest first; of equal ones the one that has waited longest. */
function bySize(a: Group, b: Group): number {
  if (a.entries.length !== b.entries.length) return b.entries.length - a.entries.length
  const [one, other] = [groupWaitsSince(a), groupWaitsSince(b)]
  return one === other ? a.key.localeCompare(b.key) : one < other ? -1 : 1
}

/** The message that every VM of a group has; null where they differ or have none. */
export function sharedMessage({ entries }: Group): string | null {
  const message = entries[0]?.progress.message ?? null
  return message !== '' && entries.every((entry) => entry.progress.message === message) ? message : null
}

/**
 * Every VM that waits for a user, grouped by required action and reason. The groups of one action stand together, the largest
 * first; first the action with the largest group.
 */
export function inboxOf(entries: readonly FleetEntry[]): readonly Group[] {
  const groups = grouped(entries, (entry) => {
    const need = urgentNeedOf(entry)
    if (need === null) return null
    const problem = entry.problem?.kind ?? null
    return { key: inboxKeyOf({ ...entry, data: entry.data.state }, entry.problem) ?? need, need, problem }
  })
  const sections = urgentNeeds.map((need) => groups.filter((group) => group.need === need).sort(bySize))
  return sections.toSorted(([a], [b]) => (b?.entries.length ?? 0) - (a?.entries.length ?? 0)).flat()
}

const counts: Readonly<Record<ProblemLine['severity'], boolean>> = {
  error: true,
  action: true,
  warning: true,
  info: false,
}

/** The same problem over many VMs as one group, the largest first. Advisory problems are left out. */
export function problemsOf(entries: readonly FleetEntry[]): readonly Group[] {
  return grouped(entries, ({ problem }) =>
    problem === null || !counts[problem.severity] ? null : { key: problem.kind, need: null, problem: problem.kind },
  ).toSorted(bySize)
}
