'use client'

import { lazy, Suspense } from 'react'
import { useSession } from '@/components/providers/session-context'

const NoticeCenter = lazy(() => import('./notice-center'))

/** Notifications on every page for signed-in users; the code is loaded only after sign-in. */
export function Notices() {
  const { status } = useSession()
  if (status !== 'signed-in') return null
  return (
    <Suspense fallback={null}>
      <NoticeCenter />
    </Suspense>
  )
}
