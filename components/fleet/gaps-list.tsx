'use client'

import { useTranslations } from 'next-intl'
import { PopoverHeader } from '@/components/ui/popover'
import type { GapGroup } from '@/lib/views/fleet-counts'
import { useGapText } from '@/components/state/use-gap-text'

/** What could not be read, why, and what can be done. */
export default function GapsList({ gaps }: { readonly gaps: readonly GapGroup[] }) {
  const t = useTranslations('fleet.gaps')
  const ui = useTranslations('ui')
  const words = useGapText()
  return (
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
  )
}
