'use client'

import { useTranslations } from 'next-intl'
import { useRowSelection } from '@/components/state/row-selection'
import type { FleetEntry } from '@/lib/views/fleet-entry'

/** Id of the column of ticks, which is no part of the view's address. */
export const selectColumn = 'select'

const area = 'flex h-full w-full cursor-pointer items-center justify-center'

/** Ticks one VM; on its focused row the space bar does the same, so the tick itself needs no stop of its own. */
export function SelectCell({ entry }: { readonly entry: FleetEntry }) {
  const t = useTranslations('fleet.select')
  const { keys, toggle } = useRowSelection()
  return (
    <label className={area}>
      <input
        type="checkbox"
        className="size-4 accent-ink"
        tabIndex={-1}
        aria-label={t('one', { name: entry.name })}
        checked={keys.has(entry.key)}
        onChange={() => toggle(entry.key)}
      />
    </label>
  )
}

/** Ticks every VM that the table shows, or none. */
export function SelectAll() {
  const t = useTranslations('fleet.select')
  const { entries, isAll, tickAll } = useRowSelection()
  return (
    <label className={area}>
      <input
        type="checkbox"
        className="size-4 accent-ink"
        aria-label={t('all')}
        checked={isAll}
        ref={(box) => {
          if (box !== null) box.indeterminate = !isAll && entries.length > 0
        }}
        onChange={() => tickAll(!isAll)}
      />
    </label>
  )
}
