'use client'

import { useTranslations } from 'next-intl'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import { Card } from '@/components/ui/card'

/**
 * The related resources that were read, and the role that could read the rest. A missing permission is not an error.
 */
export function ReadsCard({ reads }: { readonly reads: Troubleshoot['reads'] }) {
  const t = useTranslations('troubleshoot.reads')
  return (
    <Card title={t('title')} hint={t('hint')}>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5 wrap-anywhere">
        {reads.map(({ name, outcome, role }) => (
          <div key={name} className="contents">
            <dt>
              {t(`name.${name}`)}
              {outcome === 'denied' && role !== null && (
                <span className="block text-meta text-text-2">{t('role', { role })}</span>
              )}
            </dt>
            <dd className={outcome === 'read' ? 'text-text-2' : 'font-medium'}>{t(`outcome.${outcome}`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
