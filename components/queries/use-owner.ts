'use client'

import { useSession } from '@/components/providers/session-context'

/** Owner of a query's data; never shared between tenants or accounts. */
export function useOwner(): readonly [tenant: string, account: string, signedIn: boolean] {
  const { status, tenantId, account } = useSession()
  return [tenantId, account?.homeAccountId ?? '', status === 'signed-in']
}
