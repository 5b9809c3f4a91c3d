'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, type ReactNode } from 'react'
import { useSession } from '@/components/providers/session-context'

/** Loaded only where no user is signed in: a fleet needs no sign-in card. */
const SignInCard = dynamic(() => import('./sign-in-card'))

// Few users see it: its code is loaded when it is needed.
const ConfirmCard = lazy(() => import('./confirm-card'))

/** Shows a page to signed-in users, and the sign-in card to others. Until the session is known, it says so. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('frame.signIn')
  const { status, leaving } = useSession()
  if (status === 'signed-in') return children
  if (status === 'unconfirmed' && !leaving)
    return (
      <Suspense fallback={null}>
        <ConfirmCard />
      </Suspense>
    )
  if (status === 'signed-out' && !leaving) return <SignInCard />
  return (
    <p role="status" className="p-5 text-text-2">
      {leaving ? t('leaving') : t('loading')}
    </p>
  )
}
