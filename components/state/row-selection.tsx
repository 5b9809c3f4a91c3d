'use client'

import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { FleetEntry } from '@/lib/views/fleet-entry'

/** The ticked rows of a table. */
export interface RowSelection {
  /** The ticked VMs that the table shows, in its order: what a filter hides is not acted on. */
  readonly entries: readonly FleetEntry[]
  readonly keys: ReadonlySet<string>
  /** Whether every shown VM is ticked. */
  readonly isAll: boolean
  readonly toggle: (key: string) => void
  /** Ticks every shown VM, or none at all. */
  readonly tickAll: (ticked: boolean) => void
}

const nothing = () => undefined
const noSelection: RowSelection = { entries: [], keys: new Set(), isAll: false, toggle: nothing, tickAll: nothing }
const Selection = createContext<RowSelection>(noSelection)

export function useRowSelection(): RowSelection {
  return use(Selection)
}

export interface TickedRowsProps {
  /** The rows that the table shows. */
  readonly shown: readonly FleetEntry[]
  readonly children: ReactNode
}

/**
 * Keeps which of the shown rows are ticked, while the page is open. A tick renders only what reads the selection, not
 * the children.
 */
export function TickedRows({ shown, children }: TickedRowsProps) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(noSelection.keys)
  const entries = useMemo(
    () => (keys.size === 0 ? noSelection.entries : shown.filter(({ key }) => keys.has(key))),
    [shown, keys],
  )
  const toggle = useCallback(
    (key: string) =>
      setKeys((before) => {
        const after = new Set(before)
        if (!after.delete(key)) after.add(key)
        return after
      }),
    [],
  )
  const tickAll = useCallback(
    (ticked: boolean) => setKeys(ticked ? new Set(shown.map(({ key }) => key)) : noSelection.keys),
    [shown],
  )
  const isAll = shown.length > 0 && entries.length === shown.length
  const selection = useMemo(
    (): RowSelection => ({ entries, keys, isAll, toggle, tickAll }),
    [entries, keys, isAll, toggle, tickAll],
  )
  return <Selection value={selection}>{children}</Selection>
}
