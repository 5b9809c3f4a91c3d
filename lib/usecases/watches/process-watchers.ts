import 'server-only'
import type { Store } from '@/lib/store/store'
import { createWatchers, type Watchers } from './watchers'

declare global {
  // Next.js bundles each route separately; all of them share one memory of what was reported.
  var sealwatchWatchers: Watchers | undefined
}

/** This process's watchers, for the history that is open now. */
export function processWatchers(store: Store): Watchers {
  const known = globalThis.sealwatchWatchers
  if (known?.store === store) return known
  return (globalThis.sealwatchWatchers = createWatchers(store, () => Date.now()))
}
