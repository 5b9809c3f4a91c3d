'use client'

import { useTranslations } from 'next-intl'
import type { VmDetail } from '@/lib/contract/vm'
import { flagIcons } from '@/components/state/flag-icons'
import { Card } from '@/components/ui/card'

/** Every flag with its reason in a sentence. Not rendered without flags. */
export function FlagsCard({ flags }: { readonly flags: VmDetail['verdict']['flags'] }) {
  const t = useTranslations('flags')
  const title = useTranslations('vm.flags')
  if (flags.length === 0) return null
  return (
    <Card title={title('title')}>
      <ul className="flex flex-col gap-3">
        {flags.map((flag) => {
          const Icon = flagIcons[flag.code]
          return (
            <li key={`${flag.code} ${flag.reason}`} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
              <Icon size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 text-text-2" />
              <span className="font-medium">{t(`flag.${flag.code}`)}</span>
              <span className="col-start-2 text-meta text-text-2">{t(`reason.${flag.reason}`)}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
