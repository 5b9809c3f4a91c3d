'use client'

import { useSearchParams } from 'next/navigation'
import { startTransition, useCallback, useMemo, useState } from 'react'
import { showAddress, shownAddress } from '@/components/providers/address'
import { parseFleetSearch, serialiseFleetSearch, type FleetSearch } from '@/lib/contract/fleet-search'

export type ChangeSearch = (
  change: (before: FleetSearch) => FleetSearch,
  /** `step` can be undone with Back; `along` replaces the current history entry, for changes while moving or typing. */
  history?: 'step' | 'along',
) => void

interface Ahead {
  /** The URL in Next.js when the change was made; null until it is read. */
  readonly of: string | null
  readonly text: string
}

/** The URL is the only state of the view; changing the view means changing the URL. */
export function useFleetSearch(): readonly [FleetSearch, ChangeSearch] {
  const params = useSearchParams()
  const followed = params.toString()
  // Next.js applies a change of the URL only after one or two renders. Until then, the change itself is the view.
  const [ahead, setAhead] = useState<Ahead | null>(null)
  if (ahead !== null && ahead.of === null) setAhead({ ...ahead, of: followed })
  else if (ahead !== null && ahead.of !== followed) setAhead(null)
  const text = ahead === null || (ahead.of ?? followed) !== followed ? followed : ahead.text
  const search = useMemo(() => parseFleetSearch(new URLSearchParams(text)), [text])
  const change = useCallback<ChangeSearch>((make, history = 'step') => {
    // Reads the current URL: two changes at the same time must not undo each other.
    const address = shownAddress()
    const before = parseFleetSearch(address.searchParams)
    const query = serialiseFleetSearch(make(before))
    if (query === serialiseFleetSearch(before)) return
    // Rendered in slices: the browser shows the pressed button and takes the next key before thousands of rows follow.
    startTransition(() => setAhead({ of: null, text: query }))
    // Next.js follows these calls; a navigation would request the same page from the server.
    address.search = query
    showAddress(address, history === 'step' ? 'pushState' : 'replaceState')
  }, [])
  return [search, change]
}
