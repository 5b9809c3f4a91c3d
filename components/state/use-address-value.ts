'use client'

import { useSearchParams } from 'next/navigation'

/**
 * A choice that stands in the address, so that a link opens the same one. Read through Next: while a page is being
 * opened from another one, the window still has the address of the page before.
 */
export function useAddressValue(name: string): [string | null, (value: string | null) => void] {
  const value = useSearchParams().get(name)
  const change = (next: string | null) => {
    const url = new URL(window.location.href)
    if (next === null) url.searchParams.delete(name)
    else url.searchParams.set(name, next)
    // Next follows this, and the choice with it.
    window.history.replaceState(null, '', url)
  }
  return [value, change]
}
