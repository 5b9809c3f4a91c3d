'use client'

import { useId, type ReactNode } from 'react'

export interface SegmentedProps<Value extends string> {
  /** Name of the choice, for screen readers. */
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly onChange: (value: Value) => void
}

/** A choice between two or three values; native radio buttons underneath. */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset className="inline-flex gap-0.5 rounded-control">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex min-h-9 items-center rounded-pill px-2.5 text-meta text-text-2 narrow:min-h-6 hover:text-text has-checked:bg-selected has-checked:font-medium has-checked:text-text forced-colors:has-checked:underline has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
