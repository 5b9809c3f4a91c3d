'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { isOfSeveral, valueOf, type Fragment } from '@/lib/facts/paste/fragments/types'

/** What a tool's output or a partial answer shows of each volume, what it proves, and what it cannot prove. */
export function FragmentResult({ fragment }: { readonly fragment: Fragment }) {
  const t = useTranslations('explain')
  return (
    <Card title={t(`fragment.${fragment.kind}.title`)}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {fragment.rows.map((row, index) => (
          <div key={index} className="contents">
            <dt dir="ltr" className="font-mono text-code" title={row.raw}>
              {row.subject}
            </dt>
            <dd>
              {t(`finding.${row.finding}`)}
              {valueOf(row) !== null && <span dir="ltr"> ({valueOf(row)})</span>}
            </dd>
          </div>
        ))}
      </dl>
      {isOfSeveral(fragment) && <p className="mt-3 font-medium">{t('listedTwice')}</p>}
      <p className="mt-3 font-medium">{t(`fragment.${fragment.kind}.proves`)}</p>
      <p className="mt-1">{t(`fragment.${fragment.kind}.cannot`)}</p>
    </Card>
  )
}
