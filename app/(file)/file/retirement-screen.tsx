'use client'

import { SessionGate } from '@/components/layout/session-gate'
import { RetirementPage } from '@/components/retirement/retirement-page'

/** Retirement of the VMs in the file. */
export function RetirementScreen() {
  return (
    <SessionGate>
      <RetirementPage />
    </SessionGate>
  )
}
