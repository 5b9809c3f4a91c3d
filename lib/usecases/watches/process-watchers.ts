import 'server-only'
import type { Store } from '@/lib/store/store'
import { createWatchers, type Watchers } from './watchers'

declare global {
  // Next bundles each route by itself; what was told is one memory for all of them.
  var sealwatchWatchers: Watchers | undefined
}

/** The server's memory of those who follow, for the history that is open now. */
export function processWatchers(store: Store): Watchers {
  const known = globalThis.sealwatchWatchers
  if (known?.store === store) return known
  return (globalThis.sealwatchWatchers = createWatchers(store, () => Date.now()))
}
