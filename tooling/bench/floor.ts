import type { Census } from '@/e2e/simulator/control/census'

/** Concurrent requests, for the product and for the naive loop. */
export const connections = 32

export interface Floor {
  readonly requests: number
  /** By Azure's limits and its latency. */
  readonly seconds: number
}

/** CPU time of one load, seconds. */
export interface LoadCost {
  readonly requests: number
  readonly cpuSeconds: number
}

/**
 * Seconds that the processors of this machine need at least: each request at what it costs the naive loop, and what the fake
 * Azure and the client used meanwhile. Before this the machine, not the product, sets the time.
 * @param othersCpuSeconds CPU time of the fake Azure and of the client during the load
 */
export function processorFloor(
  requests: number,
  naive: LoadCost,
  othersCpuSeconds: number,
  processors: number,
): number {
  return ((naive.cpuSeconds / naive.requests) * requests + othersCpuSeconds) / processors
}

/**
 * The minimum that Azure's limits allow: one Resource Graph page for each thousand VMs, extensions and VMs with stamped
 * disks, one reading for each VM with ADE. Seconds: the longest of the wait for Resource Graph's quota (15 in 5 s), the wait for
 * the bucket of the subscription with most ADE (250, then 25 a second), and the latency of all requests spread over the
 * connections; then two latencies, for the list of subscriptions and the first page.
 * @param scale size of every bucket relative to Azure's. A quota is a whole number of queries, at least one.
 */
export function floorOf(census: Census, world: { readonly latencyMs: number; readonly scale: number }): Floor {
  const pages = [census.vms, census.extensions, census.stampedVms]
    .map((rows) => Math.max(1, Math.ceil(rows / 1000)))
    .reduce((sum, count) => sum + count, 0)
  const requests = pages + census.withAde
  const quota = Math.max(1, Math.floor(15 * world.scale))
  const graph = Math.max(0, pages - quota) / (quota / 5)
  const most = Math.max(0, ...census.subscriptions.map(({ withAde }) => withAde))
  const bucket = Math.max(0, most - 250 * world.scale) / (25 * world.scale)
  const latency = world.latencyMs / 1000
  return { requests, seconds: Math.max(graph, bucket, (requests * latency) / connections) + 2 * latency }
}
