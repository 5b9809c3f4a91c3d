'use client'

import { createContext, use, useSyncExternalStore } from 'react'
import type { OpenedFile } from '@/lib/contract/file-worker'
import type { FileSession, FileState } from './file-session'
import { originOf, type OtherFileState } from './other-file'

export const FileContext = createContext<FileSession | null>(null)

function useFile(): FileSession {
  const session = use(FileContext)
  if (session === null) throw new Error('no FileProviders around this component')
  return session
}

/** The file of this page, and what opens one. */
export function useOpenedFile(): readonly [FileState, FileSession['open']] {
  const session = useFile()
  return [useSyncExternalStore(session.subscribe, session.state, session.state), session.open]
}

/** The file that is compared with the one of this page, and what reads one. */
export function useOtherFile(): {
  readonly shown: OpenedFile | null
  readonly other: OtherFileState
  readonly read: (file: File) => void
} {
  const { opened, other } = useFile()
  const shown = opened()
  return {
    shown,
    other: useSyncExternalStore(other.subscribe, other.state, other.state),
    read: (file) => {
      if (shown !== null) void other.read(file, originOf(shown))
    },
  }
}
