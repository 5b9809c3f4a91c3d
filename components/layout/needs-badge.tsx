'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useKeptFleet } from '@/components/queries/use-kept-fleet'
import { fleetCompleteness, shownCount } from '@/lib/views/completeness'
import { emptyFleet } from '@/lib/views/fleet-model'
import { needsAction } from '@/lib/views/fleet-counts'

/** How many VMs wait for a user: a number only as far as the fleet was read, a dash before. */
export function NeedsBadge({ id }: { readonly id: string }) {
  const t = useTranslations('frame.needs')
  const reading = useKeptFleet()
  const { entries } = reading.fleet
  const needing = useMemo(() => needsAction(entries).length, [entries])
  const { kind, reach } = fleetCompleteness(reading, null)
  const count = kind === 'loading' ? null : shownCount(needing, reach)
  // Nothing has asked for the fleet: this page does not read it.
  const isAsked = reading.isReading || reading.isOffline || reading.problem !== null || reading.fleet !== emptyFleet
  if (count === 0 || !isAsked) return null
  const isLeast = reach !== 'all'
  return (
    <>
      <span
        aria-hidden
        className="absolute top-1 right-1 min-w-5 rounded-round bg-ink px-1 text-center text-label font-medium text-on-ink tabular-nums"
      >
        {count === null ? '–' : isLeast ? `${count}+` : count}
      </span>
      <span id={id} hidden>
        {count === null ? t('notRead') : t('count', { count, least: isLeast ? 'yes' : 'no' })}
      </span>
    </>
  )
}
