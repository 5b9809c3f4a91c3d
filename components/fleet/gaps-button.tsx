'use client'

import { EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Popover, PopoverHeader } from '@/components/ui/popover'
import { groupGaps, type FleetCounts, type GapGroup } from '@/lib/views/fleet-counts'
import type { FleetModel } from '@/lib/views/fleet-model'
import { useGapText } from '@/components/state/use-gap-text'

function useButtonText(gaps: readonly GapGroup[], notRead: number): string {
  const t = useTranslations('fleet.gaps')
  const subscriptions = new Set(gaps.flatMap((gap) => gap.subscriptions)).size
  if (subscriptions + notRead === 0) return t('part')
  return t('button', { subscriptions, vms: notRead, both: subscriptions > 0 && notRead > 0 ? 'yes' : 'no' })
}

/** How much could not be read; a click shows what, why and what can be done. Absent when everything was read. */
export function GapsButton({ fleet, counts }: { readonly fleet: FleetModel; readonly counts: FleetCounts }) {
  const t = useTranslations('fleet.gaps')
  const ui = useTranslations('ui')
  const words = useGapText()
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
      <div className="w-[28rem] max-w-full">
        <PopoverHeader title={t('title')} closeLabel={ui('close')} />
        <dl className="flex flex-col">
          {gaps.map((gap) => (
            <div key={gap.code} className="border-b border-line px-4 py-3">
              <dt className="font-medium wrap-anywhere">{words.scope(gap)}</dt>
              <dd className="text-text-2">
                {words.cause(gap)} {words.next(gap)}
              </dd>
            </div>
          ))}
        </dl>
        <p className="px-4 py-3 text-meta text-text-3">{t('intro')}</p>
      </div>
    </Popover>
  )
}
