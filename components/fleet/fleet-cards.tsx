'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Age } from '@/components/state/age'
import { DataPips } from '@/components/state/data-pips'
import { FirstFlag } from '@/components/state/flag-chip'
import { useSinceText } from '@/components/state/since-text'
import { StateChip } from '@/components/state/state-chip'
import { classNames } from '@/components/ui/class-names'
import { WindowedList } from '@/components/data-table/windowed-list'
import { dataDisks } from '@/lib/views/data-disks'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { expectedAge } from './evidence-cell'
import { fleetNeedOf, urgentNeedOf } from '@/lib/views/fleet-need'
import { useSubscriptionName } from './fleet-context'
import { MessageCell } from './message-cell'
import { ProgressCell } from '@/components/state/progress-cell'

export interface FleetCardsProps {
  readonly entries: readonly FleetEntry[]
  readonly onOpen: (key: string) => void
}

/** Initial estimate for most cards; measured when drawn. */
const cardHeight = 112
const gap = 8

function Card({ entry, onOpen }: { readonly entry: FleetEntry; readonly onOpen: (key: string) => void }) {
  const t = useTranslations('fleet')
  const subscription = useSubscriptionName(entry.subscriptionId)
  const inState = useSinceText().short(entry.history)
  const need = fleetNeedOf(entry)
  const disks = dataDisks(entry)
  const notRead = entry.reading !== 'read' && entry.reading !== 'inventory' ? entry.reading : null
  return (
    <button
      type="button"
      data-card={entry.key}
      onClick={() => onOpen(entry.key)}
      className="card flex min-h-11 w-full flex-col gap-1 p-3 text-left hover:bg-hover"
    >
      <span className="flex w-full items-start gap-2">
        <span dir="ltr" className="min-w-0 flex-1 text-section font-semibold wrap-anywhere">
          {entry.name}
        </span>
        <StateChip state={entry.state} className="shrink-0" />
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
        <ProgressCell row={entry} hideNone />
        {disks !== null && disks.total > 0 && entry.reading === 'read' && (
          <DataPips state={entry.data.state} {...disks} />
        )}
        {entry.reading === 'read' && <FirstFlag flags={entry.flags} state={entry.state} />}
      </span>
      {entry.progress.message !== null && entry.progress.message !== '' && (
        <MessageCell text={entry.progress.message} wraps />
      )}
      <span className="flex w-full items-center gap-1.5 text-meta text-text-2">
        <span className="truncate">{subscription}</span>
        {inState !== null && (
          <>
            <span aria-hidden>·</span>
            <span className="shrink-0">{inState}</span>
          </>
        )}
        <span aria-hidden>·</span>
        {notRead === null ? (
          <span className="shrink-0">
            {t.rich('cell.read', {
              age: () => <Age at={entry.evidenceAt} expectedMs={expectedAge(entry)} style="sentence" />,
            })}
          </span>
        ) : (
          <span>{t(`cell.${notRead}`)}</span>
        )}
        {need !== null && (
          <span className={classNames('ml-auto shrink-0', urgentNeedOf(entry) !== null && 'font-medium text-text')}>
            {t(`need.${need}`)}
          </span>
        )}
        <ChevronRight size={14} aria-hidden className={classNames('shrink-0', need === null && 'ml-auto')} />
      </span>
    </button>
  )
}

/** The fleet in narrow windows: one card per VM, in the order of the table. */
export default function FleetCards({ entries, onOpen }: FleetCardsProps) {
  const t = useTranslations('fleet.table')
  const keys = useMemo(() => entries.map((entry) => entry.key), [entries])
  const byKey = useMemo(() => new Map(entries.map((entry) => [entry.key, entry])), [entries])
  return (
    <WindowedList label={t('label')} keys={keys} estimate={cardHeight} gap={gap}>
      {(key) => {
        const entry = byKey.get(key)
        return entry === undefined ? null : <Card entry={entry} onOpen={onOpen} />
      }}
    </WindowedList>
  )
}
