'use client'

import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react'

type Announce = (text: string) => void

const AnnounceContext = createContext<Announce>(() => undefined)

/** Announces a text to screen readers, politely. The text is not visible. */
export function useAnnounce(): Announce {
  return use(AnnounceContext)
}

/** Contains the page's one polite live region. A repeated text is announced again: a no-break space makes it differ. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('')
  const odd = useRef(false)
  const announce = useCallback((next: string) => {
    odd.current = !odd.current
    setText(odd.current ? `${next}\u00a0` : next)
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {text}
      </div>
    </AnnounceContext>
  )
}
