'use client'

import type { FetchApi } from './fetch-api'
import { useSessionApi } from './session-context'

export interface Api {
  /**
   * Calls a path below `/api/` with the user's token.
   * @returns The answer when its status is 2xx, otherwise the problem. Never throws.
   */
  readonly fetchApi: FetchApi
}

/** The product's own API, called as the signed-in user. */
export function useApi(): Api {
  return useSessionApi()
}
