'use client'

import dynamic from 'next/dynamic'
import { useCallback, useState } from 'react'
import { useShortcut } from '@/components/ui/use-shortcut'

/** Without the server its code cannot be loaded; the page stays as it is then. */
const KeysDialog = dynamic(() => import('./keys-dialog').catch(() => ({ default: () => null })))

/** Opens the list of keys by `?` on every page; its code is loaded when it is first opened. */
export function Keys() {
  const [wanted, setWanted] = useState(false)
  useShortcut(
    '?',
    useCallback(() => setWanted(true), []),
  )
  return wanted ? <KeysDialog /> : null
}
