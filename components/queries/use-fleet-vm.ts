'use client'

import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSession } from '@/components/providers/session-context'
import type { VmDetail } from '@/lib/contract/vm'
import type { VmReference } from '@/lib/contract/vm-reference'
import type { FleetModel } from '@/lib/views/fleet-model'
import { withReading } from '@/lib/views/fleet-reading'
import { fleetKey } from './fleet-key'
import { useVm } from './use-vm'

/** One VM of the fleet, read on its own. A newer reading also updates its row, so that both show the same. */
export function useFleetVm(reference: VmReference | null): UseQueryResult<VmDetail> {
  const client = useQueryClient()
  const { tenantId, account } = useSession()
  const accountId = account?.homeAccountId ?? ''
  const query = useVm(reference)
  const vm = query.data
  useEffect(() => {
    if (vm === undefined) return
    const key = fleetKey(tenantId, accountId)
    const before = client.getQueryData<FleetModel>(key)
    const after = before === undefined ? undefined : withReading(before, vm)
    // Keeps the time of the last load: one VM's reading does not make the fleet newer.
    if (after !== undefined && after !== before) {
      client.setQueryData(key, after, { updatedAt: client.getQueryState(key)?.dataUpdatedAt ?? 0 })
    }
  }, [client, tenantId, accountId, vm])
  return query
}
