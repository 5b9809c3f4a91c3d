'use client'

import { useMemo } from 'react'
import { useFleet, type FleetQuery } from '@/components/queries/use-fleet'
import { useNow } from '@/components/state/now'
import { problemOf } from '@/components/providers/api-problem'
import { useRetirement } from '@/components/queries/use-retirement'
import type { Retirement } from '@/lib/contract/retirement'
import { evidenceOf } from '@/lib/retirement/blockers'
import type { MigrationClass } from '@/lib/retirement/codes'
import { answerCompleteness, fleetCompleteness, weakest, type Completeness, type Reach } from '@/lib/views/completeness'
import { placesOf, retirementList, type RetirementItem } from '@/lib/retirement/plan'
import type { FleetEntry } from '@/lib/views/fleet-entry'

export type ShownItem = RetirementItem<FleetEntry>

export interface RetirementView {
  readonly query: FleetQuery
  readonly items: readonly ShownItem[]
  /** The related resources of the VMs; null before they are read. */
  readonly answer: Retirement | null
  /** How much was read of the fleet, and of the related resources of its VMs. */
  readonly fleetRead: Completeness
  readonly aroundRead: Completeness
  /** How far the counts of the VMs can be trusted, and those of each class. */
  readonly reach: Reach
  readonly classReach: (kind: MigrationClass) => Reach
  /** Whether VMs and disks were all read, so that an empty list means that nothing is left. */
  readonly isSettled: boolean
  readonly retry: () => void
  readonly nameOfSubscription: (id: string) => string
}

/** Whether all related resources of the VMs were read. */
const isWhole = ({ disks, domainJoined, sessionHosts, backedUp, setMembers, features, sizes }: Retirement): boolean =>
  [disks, domainJoined, sessionHosts, backedUp, setMembers].every(({ known }) => known) &&
  features.every(({ registered }) => registered.known) &&
  sizes.every(({ atHost }) => atHost.known)

/** Everything that has to leave Azure Disk Encryption, as far as it was read. */
export function useRetirementView(): RetirementView {
  const query = useFleet()
  const { fleet } = query
  const settled = fleet.settledAt !== null
  const request = useMemo(
    () => (settled ? placesOf(fleet.entries, fleet.subscriptions) : null),
    [settled, fleet.entries, fleet.subscriptions],
  )
  const { data, error, dataUpdatedAt, isPlaceholderData, refetch } = useRetirement(request)
  const fleetRead = fleetCompleteness(query, useNow())
  const aroundRead = answerCompleteness({
    answer: data === undefined ? null : { isWhole: isWhole(data) },
    failure: error === null ? null : problemOf(error),
    at: new Date(dataUpdatedAt).toISOString(),
  })
  const evidence = useMemo(() => (data === undefined ? null : evidenceOf(data)), [data])
  const items = useMemo(() => retirementList(fleet.entries, evidence), [fleet.entries, evidence])
  const names = useMemo(
    () => new Map(fleet.subscriptions.map(({ id, name }) => [id.toLowerCase(), name])),
    [fleet.subscriptions],
  )
  // Disks without a VM and members of scale sets come from the related resources.
  const reach =
    data?.disks.known === true && data.setMembers.known ? fleetRead.reach : weakest(fleetRead.reach, 'least')
  return {
    query,
    items,
    answer: data ?? null,
    fleetRead,
    aroundRead,
    reach,
    classReach: (kind) => {
      // Resource Graph leaves out disks that the user may not read, without a word.
      if (kind === 'unattached-disk') return data?.disks.known === true ? weakest(reach, 'least') : 'none'
      // Members of scale sets leave the other classes once they are known: until then, no count is even a minimum.
      return data?.setMembers.known === true && !isPlaceholderData ? reach : 'none'
    },
    isSettled: fleetRead.kind === 'whole' && data?.disks.known === true && error === null && !isPlaceholderData,
    retry: () => void refetch(),
    nameOfSubscription: (id) => names.get(id.toLowerCase()) ?? id,
  }
}
