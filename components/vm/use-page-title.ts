'use client'

import { useEffect } from 'react'

/**
 * Keeps the title of the window. Next.js writes the page's own title at a time of its choice, so it is written again
 * whenever that happens.
 * @param title null leaves the page's own title: no name is shown before the VM was read
 */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return undefined
    const write = () => {
      if (document.title !== title) document.title = title
    }
    write()
    const observer = new MutationObserver(write)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [title])
}
