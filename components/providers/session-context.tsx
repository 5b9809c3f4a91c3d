'use client'

import { createContext, lazy, Suspense, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { SessionStore } from './session-store'
import type { Session, SessionActions } from './session-types'

const SessionContext = createContext<SessionStore | null>(null)
const MsalObserver = lazy(() => import('./msal-observer'))

export interface SessionProviderProps {
  readonly config: BrowserConfig
  readonly children: ReactNode
}

/** Provides the session. MSAL is created only in the browser, after the page is rendered. */
export function SessionProvider({ config, children }: SessionProviderProps) {
  const [store] = useState(() => new SessionStore(config))
  const session = useSyncExternalStore(store.subscribe, store.get, store.get)
  useEffect(() => void store.start(), [store])
  const client = store.client()
  return (
    <SessionContext value={store}>
      {children}
      {client !== null && session.status !== 'loading' && (
        <Suspense fallback={null}>
          <MsalObserver client={client} store={store} />
        </Suspense>
      )}
    </SessionContext>
  )
}

function useStore(): SessionStore {
  const store = use(SessionContext)
  if (store === null) throw new Error('no SessionProvider around this component')
  return store
}

/** The session of the signed-in user, and the actions on it. */
export function useSession(): Session & SessionActions {
  const store = useStore()
  const session = useSyncExternalStore(store.subscribe, store.get, store.get)
  return { ...session, ...store.actions }
}

/** The product's own API, called with the user's token; the object never changes. */
export function useSessionApi(): SessionStore['api'] {
  return useStore().api
}
