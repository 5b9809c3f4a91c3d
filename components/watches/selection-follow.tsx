'use client'

import { lazy, Suspense } from 'react'
import { showsFile } from '@/lib/shared/moment'

const FollowSelection = lazy(() => import('./follow-selection'))

/** Follows the ticked VMs of the fleet, unless they are those of a file. Its code is loaded with the first tick. */
export function SelectionFollow() {
  if (showsFile()) return null
  return (
    <Suspense fallback={null}>
      <FollowSelection />
    </Suspense>
  )
}
