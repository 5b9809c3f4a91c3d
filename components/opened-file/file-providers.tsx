'use client'

import { useLayoutEffect, useState, type ReactNode } from 'react'
import { SourceProvider } from '@/components/providers/session-context'
import { FileAddress } from './file-address'
import { FileContext } from './file-context'
import { FileSession } from './file-session'
import { keepInside } from './keep-inside'

/** Gives the components inside the file as their session, and what is shown of it as their address. */
export function FileProviders({ children }: { readonly children: ReactNode }) {
  const [session] = useState(() => new FileSession())
  useLayoutEffect(() => {
    const undo = keepInside()
    return () => {
      undo()
      // Back leads to a page of the server, in this document: nothing of the file may stay in it.
      if (session.state() !== null) window.location.reload()
      globalThis.sealwatchInFragment = undefined
    }
  }, [session])
  return (
    <FileContext value={session}>
      <SourceProvider source={session}>
        <FileAddress>{children}</FileAddress>
      </SourceProvider>
    </FileContext>
  )
}
