'use client'

import { createContext, use } from 'react'
import type { FleetPast } from '@/lib/contract/fleet'
import type { SubscriptionNames } from '@/lib/views/fleet-fields'

/** What every cell needs to know of its fleet. */
export interface FleetContextValue {
  readonly names: SubscriptionNames
  readonly tenantId: string
  /** Why there is no history; null when there is one, or when that is not known yet. */
  readonly pastFailure: FleetPast['failure']
  /** Whether the message's column also shows the progress. */
  readonly mergesProgress: boolean
  /** Names (lower case) that several VMs have. */
  readonly repeated: ReadonlySet<string>
}

const FleetContext = createContext<FleetContextValue>({
  names: new Map(),
  tenantId: '',
  pastFailure: null,
  mergesProgress: false,
  repeated: new Set(),
})

export const FleetContextProvider = FleetContext.Provider

export function useFleetContext(): FleetContextValue {
  return use(FleetContext)
}

/** Name of a subscription; its id when no name is known. */
export function useSubscriptionName(subscriptionId: string): string {
  return use(FleetContext).names.get(subscriptionId.toLowerCase()) ?? subscriptionId
}
