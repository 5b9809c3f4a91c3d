'use client'

import { useState, type ReactNode } from 'react'
import { SearchField } from './search-field'

export interface CheckboxOption {
  readonly value: string
  readonly label: ReactNode
  /** What typing in the search field is compared with. */
  readonly searchText: string
  readonly count?: string | null
}

export interface CheckboxListProps {
  /** Name of the group. */
  readonly label: string
  readonly options: readonly CheckboxOption[]
  readonly selected: ReadonlySet<string>
  readonly onChange: (value: string, checked: boolean) => void
  /** Present where the list can be long: label and placeholder of its search field. */
  readonly searchLabel?: string
  readonly emptyText: string
}

/** The body of a filter: native checkboxes with counts, searchable when long. */
export function CheckboxList({ label, options, selected, onChange, searchLabel, emptyText }: CheckboxListProps) {
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const shown = options.filter((option) => option.searchText.toLowerCase().includes(wanted))
  return (
    <div className="flex flex-col">
      {searchLabel !== undefined && (
        <div className="p-2 pb-1">
          <SearchField label={searchLabel} value={query} onChange={setQuery} size="small" />
        </div>
      )}
      <fieldset className="max-h-72 overflow-y-auto p-1">
        <legend className="sr-only">{label}</legend>
        {shown.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 items-center gap-2 rounded-pill px-2 hover:bg-hover narrow:min-h-8"
          >
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-ink"
              checked={selected.has(option.value)}
              onChange={(event) => onChange(option.value, event.target.checked)}
            />
            <span className="flex min-w-0 flex-1 items-center gap-1.5 wrap-anywhere">{option.label}</span>
            {typeof option.count === 'string' && <span className="text-meta text-text-3">{option.count}</span>}
          </label>
        ))}
        {shown.length === 0 && <p className="px-2 py-1.5 text-text-3">{emptyText}</p>}
      </fieldset>
    </div>
  )
}
