import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import { TokenBucket } from '@/lib/azure/schedule/token-bucket'
import { createTransport } from '@/lib/azure/transport'
import { connections } from './floor'
import type { NaiveOrder, NaiveReading } from './naive-shapes'

interface Job {
  readonly subscription: string
  readonly path: string
}

const transport = createTransport()
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function getJson(order: NaiveOrder, url: string): Promise<unknown> {
  const headers = createHttpHeaders({ authorization: `Bearer ${order.token}` })
  const answer = await transport.sendRequest(createPipelineRequest({ url, method: 'GET', headers }))
  if (answer.status !== 200) throw new Error(String(answer.status))
  return JSON.parse(answer.bodyAsText ?? '')
}

/** The same sizes as the product's, a little below Azure's: paced, so that it is not throttled. */
function bucketsFor({ subscriptions, scale }: NaiveOrder): ReadonlyMap<string, TokenBucket> {
  const size = { burst: Math.max(1, Math.floor(240 * scale)), perSecond: 24.5 * scale }
  return new Map(subscriptions.map((id) => [id, new TokenBucket(size, Date.now())]))
}

/** Runs jobs on all connections; if a job's subscription must wait, other jobs run first. */
async function work(
  jobs: Map<string, Job[]>,
  buckets: ReadonlyMap<string, TokenBucket>,
  act: (job: Job) => Promise<void>,
): Promise<void> {
  let under = 0
  const next = (): Job | null => {
    const now = Date.now()
    for (const [subscription, queue] of jobs) {
      const bucket = buckets.get(subscription)
      if (queue.length === 0 || bucket === undefined || bucket.delay(now) > 0) continue
      bucket.take(now)
      jobs.delete(subscription)
      jobs.set(subscription, queue)
      return queue.shift() ?? null
    }
    return null
  }
  const worker = async (): Promise<void> => {
    while (under > 0 || [...jobs.values()].some((queue) => queue.length > 0)) {
      const job = next()
      if (job === null) {
        await pause(5)
        continue
      }
      under += 1
      await act(job).finally(() => (under -= 1))
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
}

interface Page {
  readonly value: readonly { readonly id: string }[]
  readonly nextLink?: string
}

const isPage = (json: unknown): json is Page =>
  typeof json === 'object' && json !== null && 'value' in json && Array.isArray(json.value)

/** Every VM of every subscription, page after page. */
async function listVms(order: NaiveOrder, buckets: ReadonlyMap<string, TokenBucket>): Promise<Map<string, Job[]>> {
  const vms = new Map<string, Job[]>()
  const path = (id: string) =>
    `${order.armEndpoint}/subscriptions/${id}/providers/Microsoft.Compute/virtualMachines?api-version=2024-07-01`
  const pages = new Map(order.subscriptions.map((id) => [id, [{ subscription: id, path: path(id) }]]))
  await work(pages, buckets, async ({ subscription, path: url }) => {
    const page = await getJson(order, url)
    if (!isPage(page)) throw new Error('no page')
    const found = page.value.map(({ id }) => ({ subscription, path: id }))
    vms.set(subscription, [...(vms.get(subscription) ?? []), ...found])
    if (page.nextLink !== undefined) pages.get(subscription)?.push({ subscription, path: page.nextLink })
  })
  return vms
}

/**
 * What a script does without Sealwatch: lists all VMs, then requests the instance view of each. With the product's
 * HTTP client, as many connections, and paced.
 */
export async function readNaively(order: NaiveOrder): Promise<NaiveReading> {
  const since = performance.now()
  const buckets = bucketsFor(order)
  let firstRowMs = 0
  const vms = await listVms(order, buckets)
  await work(vms, buckets, async ({ path }) => {
    try {
      await getJson(order, `${order.armEndpoint}${path}/instanceView?api-version=2024-07-01`)
      firstRowMs ||= Math.round(performance.now() - since)
    } catch {
      // The fake Azure's log shows which VMs were never answered.
    }
  })
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  return {
    seconds: (performance.now() - since) / 1000,
    firstRowMs,
    rssMb: Math.round(maxRSS / 1024),
    cpuSeconds: Number(((userCPUTime + systemCPUTime) / 1e6).toFixed(2)),
  }
}
