'use client'

import { SessionGate } from '@/components/layout/session-gate'
import { ComparePage } from '@/components/opened-file/compare-page'

/** The file beside another one. */
export function CompareScreen() {
  return (
    <SessionGate>
      <ComparePage />
    </SessionGate>
  )
}
