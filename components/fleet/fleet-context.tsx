'use client'

import { createContext, use } from 'react'
import type { FleetPast } from '@/lib/contract/fleet'
import type { SubscriptionNames } from '@/lib/views/fleet-fields'

/** What every cell needs to know of the fleet it stands in. */
export interface FleetSurroundings {
  readonly names: SubscriptionNames
  readonly tenantId: string
  /** Why there is no history; null where there is one, or nothing is known of it yet. */
  readonly pastFailure: FleetPast['failure']
}

const FleetContext = createContext<FleetSurroundings>({ names: new Map(), tenantId: '', pastFailure: null })

export const FleetSurroundingsProvider = FleetContext.Provider

export function useFleetSurroundings(): FleetSurroundings {
  return use(FleetContext)
}

/** Name of a subscription; its id where no name is known. */
export function useSubscriptionName(subscriptionId: string): string {
  return use(FleetContext).names.get(subscriptionId.toLowerCase()) ?? subscriptionId
}
