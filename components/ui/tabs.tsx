'use client'

import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from './class-names'

export interface Tab<Key extends string> {
  readonly key: Key
  readonly label: ReactNode
  readonly count?: number | null
}

export interface TabsProps<Key extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Key>[]
  readonly current: Key
  readonly onChange: (key: Key) => void
  /** Text at the far end of the row. */
  readonly aside?: ReactNode
  /** Content of the current tab. */
  readonly children: ReactNode
}

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
}

/** Tabs with the keys of the ARIA pattern: arrow keys, Home and End move and select. */
export function Tabs<Key extends string>({ label, tabs, current, onChange, aside, children }: TabsProps<Key>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const index = tabs.findIndex((tab) => tab.key === current)
    const next = step === undefined ? undefined : tabs[step(index, tabs.length)]
    if (next === undefined) return
    event.preventDefault()
    onChange(next.key)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-4 border-b border-line-strong">
        <div ref={list} role="tablist" aria-label={label} className="-mb-px flex overflow-x-auto">
          {tabs.map((tab) => (
            <button
              key={tab.key}
              id={`${id}-${tab.key}`}
              type="button"
              role="tab"
              data-tab={tab.key}
              aria-selected={tab.key === current}
              aria-controls={`${id}-panel`}
              tabIndex={tab.key === current ? 0 : -1}
              onClick={() => onChange(tab.key)}
              onKeyDown={onKeyDown}
              className={classNames(
                'focus-inside flex min-h-10 items-center gap-1.5 border-b-[3px] px-3 text-section whitespace-nowrap',
                tab.key === current
                  ? 'border-ink font-semibold text-text'
                  : 'border-transparent text-text-2 hover:text-text forced-colors:border-[Canvas]',
              )}
            >
              {tab.label}
              {typeof tab.count === 'number' && (
                <span className="rounded-round bg-sunken px-1.5 text-label text-text-2">{tab.count}</span>
              )}
            </button>
          ))}
        </div>
        {aside !== undefined && <div className="pt-1.5 pb-2 text-meta text-text-2">{aside}</div>}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${current}`} tabIndex={-1} className="pt-4">
        {children}
      </div>
    </>
  )
}
