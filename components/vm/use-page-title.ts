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
    // The browser collapses white space when a title is read: compared with `title` itself, some would be written forever.
    let written: string | null = null
    const write = () => {
      if (document.title === written) return
      document.title = title
      written = document.title
    }
    write()
    const observer = new MutationObserver(write)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [title])
}
