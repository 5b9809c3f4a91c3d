'use client'

import { useSyncExternalStore } from 'react'
import { presentMilliseconds } from '@/lib/shared/moment'

const tickMs = 10_000
const listeners = new Set<() => void>()
let current: number | null = null
let timer: ReturnType<typeof setInterval> | null = null

function tick(): void {
  current = presentMilliseconds()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === null) {
    current = presentMilliseconds()
    timer = setInterval(tick, tickMs)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }
}

function read(): number {
  current ??= presentMilliseconds()
  return current
}

/**
 * Milliseconds since 1970, the same for every component and updated every ten seconds; null on the server, which
 * renders no ages.
 */
export function useNow(): number | null {
  return useSyncExternalStore<number | null>(subscribe, read, () => null)
}
