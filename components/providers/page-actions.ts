'use client'

import { useEffect } from 'react'

/** What a page can do that is also offered outside the page. */
export type PageAction = 'refresh' | 'export'

const offered = new Map<PageAction, () => void>()

/** The actions of the page that is shown now. */
export function pageActions(): ReadonlyMap<PageAction, () => void> {
  return offered
}

/** Offers an action for as long as the component is shown. @param run null for nothing */
export function usePageAction(name: PageAction, run: (() => void) | null): void {
  useEffect(() => {
    if (run === null) return
    offered.set(name, run)
    return () => {
      if (offered.get(name) === run) offered.delete(name)
    }
  }, [name, run])
}
