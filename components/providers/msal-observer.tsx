'use client'

import { InteractionStatus, type PublicClientApplication } from '@azure/msal-browser'
import { MsalProvider, useMsal } from '@azure/msal-react'
import { useEffect } from 'react'
import type { SessionStore } from './session-store'

const away: ReadonlySet<string> = new Set([
  InteractionStatus.Logout,
  InteractionStatus.AcquireToken,
  InteractionStatus.HandleRedirect,
])

function Report({ store }: { readonly store: SessionStore }) {
  const { inProgress } = useMsal()
  useEffect(() => store.observe(away.has(inProgress)), [store, inProgress])
  return null
}

/**
 * Observes MSAL's events beside the page instead of around it: the page is rendered on the server and at once, while
 * MSAL loads later.
 */
export default function MsalObserver(props: {
  readonly client: PublicClientApplication
  readonly store: SessionStore
}) {
  return (
    <MsalProvider instance={props.client}>
      <Report store={props.store} />
    </MsalProvider>
  )
}
