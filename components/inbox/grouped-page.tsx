'use client'

import { CircleCheck, Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { AcknowledgingTroubles } from '@/components/notes/acknowledging-troubles'
import { useAcknowledging, type Acknowledging } from '@/components/notes/use-acknowledgement'
import { useSession } from '@/components/providers/session-context'
import { useFleet } from '@/components/queries/use-fleet'
import { CompletenessNote } from '@/components/state/completeness'
import { useNow } from '@/components/state/now'
import { useAddressValue } from '@/components/state/use-address-value'
import { useRemedies } from '@/components/state/use-remedies'
import { EmptyCard } from '@/components/ui/empty-card'
import { fleetCompleteness } from '@/lib/views/completeness'
import { groupGaps } from '@/lib/views/fleet-counts'
import { inboxOf, problemsOf, type Group } from '@/lib/views/inbox'
import { GroupDetail } from './group-detail'
import { GroupList } from './group-list'
import { QueueBar } from './queue-bar'
import { useQueueFilter, type QueueFilter } from './use-queue-filter'

export interface GroupedPageProps {
  readonly view: 'needs' | 'causes'
}

const groupsOf = { needs: inboxOf, causes: problemsOf } as const

interface OpenGroup {
  readonly open: Group | undefined
  /** Whether the user chose it: a narrow window shows either the list or the chosen group. */
  readonly isChosen: boolean
  readonly choose: (group: Group | null) => void
}

/** The open group, kept in the URL; the first one until the user chooses. */
function useOpenGroup(groups: readonly Group[]): OpenGroup {
  const [key, setKey] = useAddressValue('group')
  const chosen = groups.find((group) => group.key === key)
  return {
    open: chosen ?? groups[0],
    isChosen: chosen !== undefined,
    choose: (group) => setKey(group?.key ?? null),
  }
}

interface QueueHeadProps {
  readonly filter: QueueFilter
  readonly groups: readonly Group[]
  readonly acknowledging: Acknowledging
}

/** The filters of the queue, and what is wrong with its acknowledgements; only over a list that they can change. */
function QueueHead({ filter, groups, acknowledging }: QueueHeadProps) {
  if (groups.length === 0 && filter.hidden.older + filter.hidden.acknowledged === 0) return null
  return (
    <>
      <QueueBar filter={filter} />
      <AcknowledgingTroubles acknowledging={acknowledging} />
    </>
  )
}

/** The fleet by required action or by problem: groups on the left, the open one on the right. */
export function GroupedPage({ view }: GroupedPageProps) {
  const t = useTranslations('inbox')
  const notes = useTranslations('notes')
  const query = useFleet()
  const { fleet, refresh } = query
  const completeness = fleetCompleteness(query, useNow())
  const { tenantId } = useSession()
  const words = useRemedies()
  const acknowledging = useAcknowledging()
  const filter = useQueueFilter(fleet.entries, acknowledging, view === 'needs')
  const { entries } = filter
  const groups = useMemo(() => groupsOf[view](entries), [view, entries])
  const hidden = filter.hidden.older + filter.hidden.acknowledged
  const { open, isChosen, choose } = useOpenGroup(groups)
  const names = useMemo(() => new Map(fleet.subscriptions.map(({ id, name }) => [id.toLowerCase(), name])), [fleet])
  const vms = groups.reduce((sum, group) => sum + group.entries.length, 0)
  return (
    <div className="flex flex-col gap-4 p-3 narrow:p-5">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="text-page font-semibold tracking-heading">{t(`${view}.title`)}</h1>
        <p role="status" className="text-text-2">
          {groups.length > 0 &&
            t(`${view}.summary`, { vms, groups: groups.length, least: completeness.reach === 'all' ? 'no' : 'yes' })}
        </p>
      </header>
      <CompletenessNote of={completeness} isEmpty={groups.length === 0} onRetry={refresh} />
      {view === 'needs' && <QueueHead filter={filter} groups={groups} acknowledging={acknowledging} />}
      {groups.length === 0 && hidden > 0 && (
        <EmptyCard icon={<Clock size={20} aria-hidden />} title={notes('queue.nothing')}>
          {notes('queue.hidden', filter.hidden)}
        </EmptyCard>
      )}
      {groups.length === 0 && hidden === 0 && completeness.kind === 'whole' && (
        <EmptyCard
          icon={<CircleCheck size={20} aria-hidden />}
          title={t(`${view}.none.title`, { vms: fleet.entries.length })}
        >
          {t(`${view}.none.text`)}
        </EmptyCard>
      )}
      {words !== undefined && words !== null && open !== undefined && (
        <div className="grid gap-4 medium:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
          <div className={isChosen ? 'max-medium:hidden' : undefined}>
            <GroupList
              groups={groups}
              words={words}
              current={open}
              onChoose={choose}
              acknowledging={view === 'needs' ? acknowledging : null}
            />
          </div>
          <GroupDetail
            key={open.key}
            isChosen={isChosen}
            onBack={() => choose(null)}
            onKeep={() => choose(open)}
            group={open}
            completeness={completeness}
            gaps={() => groupGaps(fleet)}
            acknowledging={view === 'needs' ? acknowledging : null}
            words={words}
            tenantId={fleet.tenantId ?? tenantId}
            nameOfSubscription={(id) => names.get(id.toLowerCase()) ?? id}
          />
        </div>
      )}
    </div>
  )
}
