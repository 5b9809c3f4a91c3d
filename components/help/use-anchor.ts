'use client'

import { useEffect } from 'react'

/** Scrolls to the anchor in the URL once it is present: its texts are loaded after the page. */
export function useAnchor(isLoaded: boolean): void {
  useEffect(() => {
    if (!isLoaded || location.hash === '') return
    const place = document.getElementById(location.hash.slice(1))
    place?.scrollIntoView()
    place?.focus({ preventScroll: true })
  }, [isLoaded])
}
