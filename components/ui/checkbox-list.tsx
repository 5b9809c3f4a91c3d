'use client'

import { useState, type ReactNode } from 'react'
import { SearchField } from './search-field'

export interface CheckboxOption {
  readonly value: string
  readonly label: ReactNode
  /** The text that the search field matches. */
  readonly searchText: string
  readonly count?: string | null
}

export interface CheckboxListProps {
  /** Name of the group. */
  readonly label: string
  readonly options: readonly CheckboxOption[]
  readonly selected: ReadonlySet<string>
  readonly onChange: (value: string, checked: boolean) => void
  /** Present when the list can be long: label and placeholder of its search field. */
  readonly searchLabel?: string
  readonly emptyText: string
  /** Renders no more than this many at once; the search finds the others. */
  readonly limit?: number
  /** States that not all are rendered. */
  readonly limitedText?: string
}

/** The body of a filter: native checkboxes with counts, searchable when long. */
export function CheckboxList(props: CheckboxListProps) {
  const { label, options, selected, onChange, searchLabel, emptyText, limit = Infinity, limitedText } = props
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const found = options.filter((option) => option.searchText.toLowerCase().includes(wanted))
  const shown = found.length > limit ? found.slice(0, limit) : found
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
        {found.length > shown.length && <p className="px-2 py-1.5 text-meta text-text-3">{limitedText}</p>}
        {shown.length === 0 && <p className="px-2 py-1.5 text-text-3">{emptyText}</p>}
      </fieldset>
    </div>
  )
}
