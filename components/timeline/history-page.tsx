'use client'

import dynamic from 'next/dynamic'

/** How many VMs were in which state, over hours or months. What draws it loads in the browser alone. */
const FleetHistory = dynamic(() => import('./fleet-history').then((room) => room.FleetHistory), { ssr: false })

export function HistoryPage() {
  return (
    <div className="flex flex-col gap-4 p-3 narrow:p-5">
      <FleetHistory />
    </div>
  )
}
