'use client'

import { useMemo, useState } from 'react'

export interface Selection {
  readonly selected: ReadonlySet<string>
  readonly select: (key: string, checked: boolean) => void
  readonly selectAll: (checked: boolean) => void
}

/**
 * Which VMs of a list are selected. All are at first; only the user's changes are stored, so a VM that is read later
 * starts selected like the others, and clearing all also clears it.
 */
export function useSelection(entries: readonly { readonly key: string }[]): Selection {
  const [byDefault, setByDefault] = useState(true)
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const selected = useMemo(
    () => new Set(entries.flatMap(({ key }) => ((changed.get(key) ?? byDefault) ? [key] : []))),
    [entries, changed, byDefault],
  )
  return {
    selected,
    select: (key, checked) => setChanged((before) => new Map(before).set(key, checked)),
    selectAll: (checked) => {
      setByDefault(checked)
      setChanged(new Map())
    },
  }
}
