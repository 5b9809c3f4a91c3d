'use client'

import { lazy, Suspense } from 'react'

const Commands = lazy(() => import('./selection-commands-button'))

/** Commands for the ticked VMs of the fleet. Their code is loaded with the first tick. */
export function SelectionCommands() {
  return (
    <Suspense fallback={null}>
      <Commands />
    </Suspense>
  )
}
