'use client'

import { lazy, Suspense } from 'react'
import { useSession } from '@/components/providers/session-context'

const NoticeCenter = lazy(() => import('./notice-center'))

/** News on every page, once somebody is signed in; nothing of it is loaded before. */
export function Notices() {
  const { status } = useSession()
  if (status !== 'signed-in') return null
  return (
    <Suspense fallback={null}>
      <NoticeCenter />
    </Suspense>
  )
}
