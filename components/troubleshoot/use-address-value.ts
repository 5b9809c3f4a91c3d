'use client'

import { useState } from 'react'

/** A choice that stands in the address, so that a link opens the same one. */
export function useAddressValue(name: string): [string | null, (value: string | null) => void] {
  const [value, setValue] = useState(() => new URLSearchParams(window.location.search).get(name))
  const change = (next: string | null) => {
    const url = new URL(window.location.href)
    if (next === null) url.searchParams.delete(name)
    else url.searchParams.set(name, next)
    window.history.replaceState(null, '', url)
    setValue(next)
  }
  return [value, change]
}
