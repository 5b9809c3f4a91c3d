'use client'

import { lazy, Suspense } from 'react'

const NotFoundBody = lazy(() => import('./not-found-body'))

/** The page for an address that does not exist. Every page refers to it, so its code is loaded only where it is shown. */
export function NotFoundCard() {
  return (
    <Suspense fallback={null}>
      <NotFoundBody />
    </Suspense>
  )
}
