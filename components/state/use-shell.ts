'use client'

import { useState } from 'react'
import type { Shell } from '@/components/ui/command-block'

const key = 'sealwatch.shell'

function remembered(): Shell {
  try {
    return window.localStorage.getItem(key) === 'powershell' ? 'powershell' : 'az'
  } catch {
    return 'az'
  }
}

/** The user's shell; stored in this browser. */
export function useShell(): [Shell, (shell: Shell) => void] {
  const [shell, setShell] = useState<Shell>(remembered)
  const choose = (next: Shell) => {
    setShell(next)
    try {
      window.localStorage.setItem(key, next)
    } catch {
      // Without storage the choice is lost; nothing else depends on it.
    }
  }
  return [shell, choose]
}
