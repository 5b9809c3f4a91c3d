'use client'

import { lazy, Suspense } from 'react'

const FollowSelection = lazy(() => import('./follow-selection'))

/** Follows the ticked VMs of the fleet. Its code is loaded with the first tick. */
export function SelectionFollow() {
  return (
    <Suspense fallback={null}>
      <FollowSelection />
    </Suspense>
  )
}
