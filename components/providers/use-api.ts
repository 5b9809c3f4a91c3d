'use client'

import type { FetchApi } from './fetch-api'
import { useSessionApi } from './session-context'

export interface Api {
  /**
   * Calls a path below `/api/` with the person's token.
   * @returns The answer where its status is 2xx, otherwise the problem. Never throws.
   */
  readonly fetchApi: FetchApi
}

/** The product's own API, as the person who is signed in. */
export function useApi(): Api {
  return useSessionApi()
}
