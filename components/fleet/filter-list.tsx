'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { StateIcon } from '@/components/state/state-icon'
import { CheckboxList, type CheckboxOption } from '@/components/ui/checkbox-list'
import { vmStates } from '@/lib/contract/codes'
import type { FleetSearch } from '@/lib/contract/fleet-search'
import { readTag } from '@/lib/contract/fleet-search-values'
import { formatNumber } from '@/lib/i18n/format'
import type { FacetName } from '@/lib/views/fleet-fields'
import type { Facets } from '@/lib/views/fleet-filter'
import { compareText } from '@/lib/views/text-order'
import { chosenOf, fixedValues, withChosen } from './filter-options'
import { useFacetLabel, type FacetLabel } from './use-labels'
import type { ChangeSearch } from './use-fleet-search'

export interface FilterListProps {
  readonly facet: FacetName
  readonly facets: Facets
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
}

const searchableFrom = 9
const shownAtMost = 200

function StateLabel({ value, text }: { readonly value: string; readonly text: string }) {
  const state = vmStates.find((code) => code === value)
  return (
    <>
      {state !== undefined && <StateIcon state={state} />}
      {text}
    </>
  )
}

function TagLabel({ value, anyValue }: { readonly value: string; readonly anyValue: string }) {
  const tag = readTag(value)
  return (
    <>
      <span>{tag?.name}</span>
      <span className={tag?.value === null ? 'text-text-3' : 'text-text-2'}>{tag?.value ?? anyValue}</span>
    </>
  )
}

function orderOf(facet: FacetName, label: FacetLabel): (left: string, right: string) => number {
  const fixed: readonly string[] = fixedValues[facet] ?? []
  const place = (value: string) => (fixed.includes(value) ? fixed.indexOf(value) : fixed.length)
  return (left, right) =>
    place(left) - place(right) ||
    Number(left === 'unknown') - Number(right === 'unknown') ||
    compareText(label(facet, left), label(facet, right))
}

/** The values of one filter with the number of rows that each would show. */
export default function FilterList({ facet, facets, search, onChange }: FilterListProps) {
  const t = useTranslations('fleet.filter')
  const ui = useTranslations('ui')
  const language = useLocale()
  const label = useFacetLabel()
  const chosen = chosenOf(search.filters, facet)
  const counts = facets[facet]
  const options = useMemo(() => {
    const values = [...new Set([...(fixedValues[facet] ?? []), ...counts.keys(), ...chosen])]
    return values.sort(orderOf(facet, label)).map((value): CheckboxOption => {
      const text = label(facet, value)
      return {
        value,
        searchText: facet === 'subscription' ? `${text} ${value}` : text,
        count: formatNumber(language, counts.get(value) ?? 0),
        label:
          facet === 'tag' ? (
            <TagLabel value={value} anyValue={t('anyValue')} />
          ) : (
            <StateLabel value={value} text={text} />
          ),
      }
    })
  }, [facet, counts, chosen, label, language, t])
  const pick = (value: string, checked: boolean) =>
    onChange((before) => {
      const others = chosenOf(before.filters, facet).filter((one) => one !== value)
      return { ...before, filters: withChosen(before.filters, facet, checked ? [...others, value] : others) }
    })
  return (
    <CheckboxList
      label={t(facet)}
      options={options}
      selected={new Set(chosen)}
      onChange={pick}
      emptyText={ui('nothingFound')}
      limit={shownAtMost}
      limitedText={t('limited', { count: shownAtMost })}
      {...(options.length < searchableFrom || facet === 'state'
        ? {}
        : { searchLabel: t('search', { name: t(facet) }) })}
    />
  )
}
