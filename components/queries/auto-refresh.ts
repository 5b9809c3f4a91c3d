'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let paused = false

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Stops or resumes the automatic refresh of this tab. */
export function setAutoRefreshPaused(next: boolean): void {
  paused = next
  for (const listener of listeners) listener()
}

/** True while the user has stopped the automatic refresh. */
export function useAutoRefreshPaused(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => paused,
    () => false,
  )
}
