'use client'

import { FilterX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyCard } from '@/components/ui/empty-card'
import { noFleetFilters } from '@/lib/contract/fleet-search'
import type { ChangeSearch } from './use-fleet-search'

/** No row matches the filters. */
export default function FilteredToNothing({
  hidden,
  onChange,
}: {
  readonly hidden: number
  readonly onChange: ChangeSearch
}) {
  const t = useTranslations('fleet')
  return (
    <EmptyCard
      icon={<FilterX size={20} aria-hidden />}
      title={t('filtered.title')}
      actions={
        <Button variant="ink" onClick={() => onChange((before) => ({ ...before, filters: noFleetFilters }))}>
          {t('filter.clear')}
        </Button>
      }
    >
      {t('filtered.text', { count: hidden })}
    </EmptyCard>
  )
}
