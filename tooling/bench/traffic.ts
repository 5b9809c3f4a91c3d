import type { TenantClient } from '@/e2e/simulator/control/client'

export interface Counted {
  readonly requests: number
  readonly http429: number
  /** Epoch milliseconds at which the fake Azure had its first Resource Graph page ready; null without a request. */
  readonly firstPageAt: number | null
}

/** The requests to a tenant since its log was cleared, without sign-in. */
export async function countTraffic(tenant: TenantClient): Promise<Counted> {
  const { counts } = await tenant.traffic({ limit: 0 })
  const routes = Object.entries(counts).filter(([route]) => !route.startsWith('entra-'))
  const statuses = routes.flatMap(([, byStatus]) => Object.entries(byStatus))
  const sum = (list: readonly (readonly [string, number])[]) => list.reduce((total, [, count]) => total + count, 0)
  const pages = (await tenant.traffic({ route: 'resource-graph', limit: 20_000 })).entries
  return {
    requests: sum(statuses),
    http429: sum(statuses.filter(([status]) => status === '429')),
    firstPageAt: pages.find(({ status }) => status === 200)?.at ?? null,
  }
}
