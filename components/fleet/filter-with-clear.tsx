'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import FilterList, { type FilterListProps } from './filter-list'
import { chosenOf, withChosen } from './filter-options'

/** The values of one filter; once one is chosen, with a button that clears it. */
export default function FilterWithClear(props: FilterListProps) {
  const t = useTranslations('fleet.filter')
  const { facet, search, onChange } = props
  const clear = () => onChange((before) => ({ ...before, filters: withChosen(before.filters, facet, []) }))
  return (
    <>
      <FilterList {...props} />
      {chosenOf(search.filters, facet).length > 0 && (
        <div className="border-t border-line p-1">
          <Button variant="quiet" size="small" onClick={clear}>
            {t('clearOne')}
          </Button>
        </div>
      )}
    </>
  )
}
