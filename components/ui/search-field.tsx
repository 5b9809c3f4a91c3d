'use client'

import { Search } from 'lucide-react'
import type { Ref } from 'react'
import { classNames } from './class-names'
import { KeyHint } from './key-hint'

export interface SearchFieldProps {
  /** Accessible name and placeholder. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** A key that focuses the field, shown at its end. */
  readonly shortcut?: string
  readonly size?: 'normal' | 'small'
  readonly className?: string
  readonly ref?: Ref<HTMLInputElement>
}

export function SearchField({ label, value, onChange, shortcut, size = 'normal', className, ref }: SearchFieldProps) {
  return (
    <label
      className={classNames(
        'flex items-center gap-2 rounded-control border border-control bg-surface px-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        size === 'small' ? 'min-h-9 narrow:min-h-7' : 'min-h-11 narrow:min-h-8',
        className,
      )}
    >
      <Search size={16} aria-hidden className="shrink-0 text-text-2" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        className="min-w-0 flex-1 bg-transparent text-body outline-none [&::-webkit-search-cancel-button]:appearance-none"
      />
      {shortcut !== undefined && value === '' && <KeyHint keys={[shortcut]} />}
    </label>
  )
}
