'use client'

import { useEffect, type RefObject } from 'react'
import type { DataTableHandle } from '@/components/data-table/data-table'

/** Where an arrow key enters the table: nothing has the focus, or what stands above the table and does not use the key. */
const above = 'body, #main, [type=search], [role=toolbar] :not([aria-haspopup=menu]), [role=columnheader] *'

/** Arrow up and down enter the table at once, without a way through the controls above it. */
export function useEnterTable(table: RefObject<DataTableHandle | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (table.current === null || !(target instanceof Element) || !target.matches(above)) return
      event.preventDefault()
      table.current.enter()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [table])
}
