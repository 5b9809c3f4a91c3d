'use client'

import { hashKey, notifyManager, useQueryClient, type QueryState } from '@tanstack/react-query'
import { createContext, startTransition, use, useEffect, useState, type ReactNode } from 'react'
import type { FleetModel } from '@/lib/views/fleet-model'
import { fleetKey } from './fleet-key'
import { useOwner } from './use-owner'

type FleetState = QueryState<FleetModel> | undefined

const Current = createContext<FleetState>(undefined)

/**
 * What this browser knows of the fleet, for every part of the page. Rows that arrive are rendered as a transition: in
 * slices, between clicks and keys. One state in React instead of a subscription in each part, because a click may be
 * rendered first: then no part shows the new rows yet, and two numbers on a screen are never of two moments.
 */
export function FleetStateProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const [tenant, account] = useOwner()
  const hash = hashKey(fleetKey(tenant, account))
  const [held, setHeld] = useState<{ readonly hash: string; readonly state: FleetState }>()
  useEffect(() => {
    const cache = client.getQueryCache()
    const publish = () => {
      const state = cache.get<FleetModel>(hash)?.state
      startTransition(() => setHeld((before) => (before?.state === state ? before : { hash, state })))
    }
    publish()
    return cache.subscribe(({ query }) => {
      // After the task: what changes in it, such as a stopped load and its cause, changes together.
      if (query.queryHash === hash) notifyManager.schedule(publish)
    })
  }, [client, hash])
  // Never what another account has read.
  return <Current value={held?.hash === hash ? held.state : undefined}>{children}</Current>
}

export function useFleetState(): FleetState {
  return use(Current)
}
