'use client'

import { ChevronDown, ListFilter, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { lazy, Suspense, type ButtonHTMLAttributes, type ReactNode, type Ref } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Popover } from '@/components/ui/popover'
import { hasFilters, noFleetFilters, type FleetSearch } from '@/lib/contract/fleet-search'
import { formatMoment } from '@/lib/i18n/format'
import { facetNames, type FacetName } from '@/lib/views/fleet-fields'
import type { Facets } from '@/lib/views/fleet-filter'
import { chosenOf } from './filter-options'
import type { ChangeSearch } from './use-fleet-search'

export interface FilterChipsProps {
  readonly facets: Facets
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
}

const FilterWithClear = lazy(() => import('./filter-with-clear'))
const FilterFolds = lazy(() => import('./filter-folds'))

/** In narrow bars the filters after these are folded into one button. */
const always = 4

interface ChipButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly count: number
  readonly icon?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

function ChipButton({ count, icon, className, children, ...rest }: ChipButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        'min-h-7 items-center gap-1.5 rounded-control border bg-surface px-2 whitespace-nowrap hover:bg-hover max-narrow:min-h-11 pointer-coarse:min-h-11',
        count > 0 ? 'border-ink font-medium' : 'border-control',
        className,
      )}
    >
      {icon}
      {children}
      {count > 0 && <span className="rounded-round bg-ink px-1.5 text-label text-on-ink">{count}</span>}
      <ChevronDown size={14} aria-hidden className="text-text-2" />
    </button>
  )
}

function FilterChip(props: FilterChipsProps & { readonly facet: FacetName; readonly className?: string }) {
  const t = useTranslations('fleet.filter')
  const { facet, facets, search, onChange, className } = props
  return (
    <Popover
      label={t(facet)}
      className="w-72"
      trigger={
        <ChipButton count={chosenOf(search.filters, facet).length} className={className}>
          {t(facet)}
        </ChipButton>
      }
    >
      <Suspense fallback={<div className="h-40" />}>
        <FilterWithClear facet={facet} facets={facets} search={search} onChange={onChange} />
      </Suspense>
    </Popover>
  )
}

interface FoldedFiltersProps extends FilterChipsProps {
  readonly label: string
  readonly names: readonly FacetName[]
  readonly className: string
}

/** Several filters behind one button, each folded. */
function FoldedFilters(props: FoldedFiltersProps) {
  const { label, names, facets, search, onChange, className } = props
  const on = names.filter((facet) => chosenOf(search.filters, facet).length > 0).length
  return (
    <Popover
      label={label}
      className="w-80"
      trigger={
        <ChipButton count={on} icon={<ListFilter size={16} aria-hidden />} className={className}>
          {label}
        </ChipButton>
      }
    >
      <Suspense fallback={<div className="h-40" />}>
        <FilterFolds names={names} facets={facets} search={search} onChange={onChange} />
      </Suspense>
    </Popover>
  )
}

/** The filter by recent changes; the strip of changes sets it, and here it can only be removed. */
function ChangedFilter({ search, onChange }: FilterChipsProps) {
  const t = useTranslations('fleet')
  const language = useLocale()
  const { changedSince } = search.filters
  if (changedSince === '') return null
  const clear = () => onChange((before) => ({ ...before, filters: { ...before.filters, changedSince: '' } }))
  return (
    <Button size="small" icon={<X size={14} aria-hidden />} onClick={clear}>
      {t('visit.only', { time: formatMoment(language, changedSince) })}
      <span className="sr-only"> {t('filter.clearOne')}</span>
    </Button>
  )
}

/** All filters, as chips if there is space. */
export function FilterChips(props: FilterChipsProps) {
  const t = useTranslations('fleet.filter')
  const { search, onChange } = props
  const clear = () => onChange((before) => ({ ...before, filters: noFleetFilters }))
  return (
    <div role="group" aria-label={t('label')} className="flex min-w-0 flex-wrap items-center gap-1.5">
      {facetNames.map((facet, index) => (
        <FilterChip
          key={facet}
          {...props}
          facet={facet}
          className={index < always ? 'hidden @min-[36rem]:inline-flex' : 'hidden @min-[70rem]:inline-flex'}
        />
      ))}
      <FoldedFilters
        {...props}
        label={t('more')}
        names={facetNames.slice(always)}
        className="hidden @min-[36rem]:inline-flex @min-[70rem]:hidden"
      />
      <FoldedFilters {...props} label={t('button')} names={facetNames} className="inline-flex @min-[36rem]:hidden" />
      <ChangedFilter {...props} />
      {hasFilters(search.filters) && (
        <Button variant="quiet" size="small" onClick={clear}>
          {t('clear')}
        </Button>
      )}
    </div>
  )
}
