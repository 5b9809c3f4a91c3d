'use client'

import { lazy, Suspense } from 'react'
import { useLastVisit } from './use-visits'
import type { VisitStripProps } from './visit-changes'

const VisitChanges = lazy(() => import('./visit-changes'))

/** What has changed since the user's last visit; absent when nothing changed or that is unknown. */
export function VisitStrip(props: VisitStripProps) {
  const [last, dismiss] = useLastVisit(props.fleet)
  if (last === null) return null
  return (
    <Suspense fallback={null}>
      <VisitChanges {...props} last={last} onDismiss={dismiss} />
    </Suspense>
  )
}
