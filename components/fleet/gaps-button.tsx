'use client'

import { EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useMemo } from 'react'
import { Popover } from '@/components/ui/popover'
import { groupGaps, type FleetCounts, type GapGroup } from '@/lib/views/fleet-counts'
import type { FleetModel } from '@/lib/views/fleet-model'

// Read by those who open it: its code is loaded then.
const GapsList = lazy(() => import('./gaps-list'))

function useButtonText(gaps: readonly GapGroup[], notRead: number): string {
  const t = useTranslations('fleet.gaps')
  const subscriptions = new Set(gaps.flatMap((gap) => gap.subscriptions)).size
  if (subscriptions + notRead === 0) return t('part')
  return t('button', { subscriptions, vms: notRead, both: subscriptions > 0 && notRead > 0 ? 'yes' : 'no' })
}

/** How much could not be read; a click shows what, why and what can be done. Absent when everything was read. */
export function GapsButton({ fleet, counts }: { readonly fleet: FleetModel; readonly counts: FleetCounts }) {
  const t = useTranslations('fleet.gaps')
  const gaps = useMemo(() => groupGaps(fleet), [fleet])
  const text = useButtonText(gaps, counts.notRead)
  if (gaps.length === 0 && counts.notRead === 0) return null
  return (
    <Popover
      label={t('title')}
      trigger={
        <button
          type="button"
          className="prose-link order-2 inline-flex min-h-6 items-center gap-1.5 text-left text-text-2 hover:text-text max-narrow:basis-full narrow:order-1"
        >
          <EyeOff size={16} aria-hidden className="shrink-0" />
          {text}
        </button>
      }
    >
      <Suspense fallback={<div className="h-40 w-[28rem] max-w-full" />}>
        <GapsList gaps={gaps} />
      </Suspense>
    </Popover>
  )
}
