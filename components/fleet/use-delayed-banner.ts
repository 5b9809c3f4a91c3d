'use client'

import { useEffect, useState } from 'react'
import type { BannerKind } from './fleet-banner'

function onRow(): boolean {
  return document.activeElement?.matches('[role="row"][data-key]') === true
}

/**
 * The banner to show. A new banner would push the table down, so while a row has the focus it waits until the focus has
 * left; an existing banner may change or disappear.
 */
export function useHeldBanner(wanted: BannerKind | null): BannerKind | null {
  const [shown, setShown] = useState<BannerKind | null>(wanted)
  useEffect(() => {
    const update = () => setShown((before) => (before === null && onRow() ? null : wanted))
    update()
    document.addEventListener('focusout', update)
    document.addEventListener('focusin', update)
    return () => {
      document.removeEventListener('focusout', update)
      document.removeEventListener('focusin', update)
    }
  }, [wanted])
  return shown
}
