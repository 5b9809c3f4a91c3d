'use client'

import { createContext, lazy, Suspense, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { SessionStore } from './session-store'
import type { Session, SessionActions } from './session-types'

/** Where a page has its session from: the sign-in of its server, or a file that it shows. */
export type SessionSource = Pick<SessionStore, 'get' | 'subscribe' | 'actions' | 'api'>

const SessionContext = createContext<SessionSource | null>(null)
const MsalObserver = lazy(() => import('./msal-observer'))

export interface SessionProviderProps {
  readonly config: BrowserConfig
  /** False where the page has its session from elsewhere: then nothing of it begins. */
  readonly starts?: boolean
  readonly children: ReactNode
}

/** Provides the session. MSAL is created only in the browser, after the page is rendered. */
export function SessionProvider({ config, starts = true, children }: SessionProviderProps) {
  const [store] = useState(() => new SessionStore(config))
  const session = useSyncExternalStore(store.subscribe, store.get, store.get)
  useEffect(() => {
    if (starts) void store.start()
  }, [store, starts])
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

/** Provides a session that was begun elsewhere. */
export function SourceProvider({ source, children }: { readonly source: SessionSource; readonly children: ReactNode }) {
  return <SessionContext value={source}>{children}</SessionContext>
}

function useStore(): SessionSource {
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

const unchanging = () => () => undefined

/** Whether a program for one person serves the page; false without a session, as on a shared page. */
export function useIsLocal(): boolean {
  const store = use(SessionContext)
  const isLocal = () => store !== null && store.get().local !== null
  return useSyncExternalStore(store?.subscribe ?? unchanging, isLocal, isLocal)
}

/** The product's own API, called with the user's token; the object never changes. */
export function useSessionApi(): SessionSource['api'] {
  return useStore().api
}
