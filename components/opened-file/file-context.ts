'use client'

import { createContext, use, useSyncExternalStore } from 'react'
import type { FileSession, FileState } from './file-session'

export const FileContext = createContext<FileSession | null>(null)

/** The file of this page, and what opens one. */
export function useOpenedFile(): readonly [FileState, FileSession['open']] {
  const session = use(FileContext)
  if (session === null) throw new Error('no FileProviders around this component')
  const state = useSyncExternalStore(session.subscribe, session.state, session.state)
  return [state, session.open]
}
