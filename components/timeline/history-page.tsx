'use client'

import dynamic from 'next/dynamic'

/** Number of VMs per state, over hours or months. The chart is loaded and rendered only in the browser. */
const FleetHistory = dynamic(() => import('./fleet-history').then((space) => space.FleetHistory), { ssr: false })

export function HistoryPage() {
  return (
    <div className="flex flex-col gap-4 p-3 narrow:p-5">
      <FleetHistory />
    </div>
  )
}
