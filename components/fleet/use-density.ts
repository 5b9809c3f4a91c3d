'use client'

import { useDeferredValue, useSyncExternalStore } from 'react'
import type { Density } from '@/components/data-table/types'

const storageKey = 'sealwatch.density'
const listeners = new Set<() => void>()

/** Storage can be disabled; then the choice lasts as long as the page. */
function remembered(): Density {
  try {
    return localStorage.getItem(storageKey) === 'compact' ? 'compact' : 'normal'
  } catch {
    return 'normal'
  }
}

let chosen: Density | null = null

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Density {
  chosen ??= remembered()
  return chosen
}

function choose(density: Density): void {
  chosen = density
  try {
    localStorage.setItem(storageKey, density)
  } catch {
    // Ignored: storing the choice is optional.
  }
  for (const listener of listeners) listener()
}

/**
 * Row height that the user chose on this device. Not part of the URL, because it does not change the view. Deferred: the
 * menu closes before every row is laid out anew.
 */
export function useDensity(): readonly [Density, (density: Density) => void] {
  return [useDeferredValue(useSyncExternalStore(subscribe, read, () => 'normal')), choose]
}
