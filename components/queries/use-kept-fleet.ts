'use client'

import { problemOf } from '@/components/providers/api-problem'
import type { FleetReading } from '@/lib/views/completeness'
import { emptyFleet } from '@/lib/views/fleet-model'
import { useFleetState } from './fleet-state'

/** What another part of the page has read of the fleet so far; asks for nothing itself. */
export function useKeptFleet(): FleetReading {
  const state = useFleetState()
  const error = state?.error ?? null
  return {
    fleet: state?.data ?? emptyFleet,
    isReading: state?.fetchStatus === 'fetching',
    isOffline: state?.fetchStatus === 'paused',
    problem: error === null ? null : problemOf(error),
  }
}
