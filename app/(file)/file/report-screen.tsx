'use client'

import { SessionGate } from '@/components/layout/session-gate'
import { ReportPage } from '@/components/report/report-page'

/** The report on the file. */
export function ReportScreen() {
  return (
    <SessionGate>
      <ReportPage />
    </SessionGate>
  )
}
