'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { parseFleetSearch, serialiseFleetSearch, type FleetSearch } from '@/lib/contract/fleet-search'

export type ChangeSearch = (
  change: (before: FleetSearch) => FleetSearch,
  /** `step` can be undone with Back; `along` replaces the current step, for what changes while walking or typing. */
  history?: 'step' | 'along',
) => void

interface Ahead {
  /** What Next took for the address as the change was made; null until that is looked at. */
  readonly of: string | null
  readonly text: string
}

/** The address is the one truth of the view; changing the view is changing the address. */
export function useFleetSearch(): readonly [FleetSearch, ChangeSearch] {
  const params = useSearchParams()
  const followed = params.toString()
  // Next follows a change of the address only after a picture or two. Until it has, the change itself is the view.
  const [ahead, setAhead] = useState<Ahead | null>(null)
  if (ahead !== null && ahead.of === null) setAhead({ ...ahead, of: followed })
  else if (ahead !== null && ahead.of !== followed) setAhead(null)
  const text = ahead === null || (ahead.of ?? followed) !== followed ? followed : ahead.text
  const search = useMemo(() => parseFleetSearch(new URLSearchParams(text)), [text])
  const change = useCallback<ChangeSearch>((make, history = 'step') => {
    // Read where the address is now: two changes in one moment must not undo each other.
    const before = parseFleetSearch(new URLSearchParams(window.location.search))
    const query = serialiseFleetSearch(make(before))
    const address = query === '' ? window.location.pathname : `?${query}`
    if (query === serialiseFleetSearch(before)) return
    setAhead({ of: null, text: query })
    // Next follows these; a navigation of its own would ask the server for the same page.
    if (history === 'step') window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
  }, [])
  return [search, change]
}
