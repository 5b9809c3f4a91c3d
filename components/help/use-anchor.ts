'use client'

import { useEffect } from 'react'

/** Goes to the place that the address names, once it is there: its words are loaded after the page. */
export function useAnchor(isLoaded: boolean): void {
  useEffect(() => {
    if (!isLoaded || location.hash === '') return
    const place = document.getElementById(location.hash.slice(1))
    place?.scrollIntoView()
    place?.focus({ preventScroll: true })
  }, [isLoaded])
}
