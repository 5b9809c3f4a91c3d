'use client'

import { useTranslations } from 'next-intl'
import type { FacetName } from '@/lib/views/fleet-fields'
import type { FilterListProps } from './filter-list'
import { chosenOf } from './filter-options'
import FilterWithClear from './filter-with-clear'

export interface FilterFoldsProps extends Omit<FilterListProps, 'facet'> {
  readonly names: readonly FacetName[]
}

/** Several filters below each other, each folded. */
export default function FilterFolds({ names, ...filter }: FilterFoldsProps) {
  const t = useTranslations('fleet.filter')
  return names.map((facet) => {
    const count = chosenOf(filter.search.filters, facet).length
    return (
      <details key={facet} className="border-b border-line last:border-0">
        <summary className="focus-inside flex min-h-9 cursor-pointer items-center px-3 py-1.5 hover:bg-hover pointer-coarse:min-h-11">
          {count > 0 ? t('on', { name: t(facet), count }) : t(facet)}
        </summary>
        <FilterWithClear {...filter} facet={facet} />
      </details>
    )
  })
}
