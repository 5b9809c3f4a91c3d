import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { joinParts, listParts } from '@/lib/usecases/fleet/list-parts'
import {
  extensionsQuery,
  hiddenDisksQuery,
  stampedDisksQuery,
  virtualMachinesQuery,
} from '@/lib/usecases/fleet/queries'
import type { BenchTenant, Stage } from './stage'

/** Resource Graph's window. https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests */
const windowMs = 5000

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Query {
  readonly query: string
  readonly subscriptions: readonly string[]
}

function statusOf({ armEndpoint, caFile }: Stage, token: string, asked: Query): Promise<number> {
  const url = `${armEndpoint}/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', ca: readFileSync(caFile), headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject).end(JSON.stringify({ ...asked, options: { resultFormat: 'objectArray', $top: 1000 } }))
  })
}

/** The queries of a load, each with the subscriptions that it reads. */
async function queriesOf(tenant: BenchTenant): Promise<readonly Query[]> {
  const { subscriptions } = await tenant.census()
  const vms = new Map(subscriptions.map((each) => [each.id, each.vms]))
  const ids = [...vms.keys()]
  const vmsIn = (subscription: string) => vms.get(subscription) ?? 0
  const scopesOf = [
    [virtualMachinesQuery, listParts(ids, vmsIn)],
    [extensionsQuery, [ids]],
    [stampedDisksQuery, [ids]],
    [hiddenDisksQuery, joinParts(ids, vmsIn)],
  ] as const
  return scopesOf.flatMap(([query, scopes]) => scopes.map((scope) => ({ query, subscriptions: scope })))
}

/**
 * Lets the fake Azure compute the rows of a person's fleet queries, and their first pages, before a load is measured: Azure
 * computes them on machines of its own. Ends when the quota that this took is whole again.
 * @throws if a query is refused for another reason than its quota
 */
export async function prepareRows(stage: Stage, tenant: BenchTenant, person: string): Promise<void> {
  const token = await tenant.token({ person, audience: 'arm' })
  for (const query of await queriesOf(tenant)) {
    let status = await statusOf(stage, token, query)
    while (status === 429) {
      await pause(windowMs)
      status = await statusOf(stage, token, query)
    }
    if (status !== 200) throw new Error(`Resource Graph: ${status}`)
  }
  await pause(windowMs * 1.1)
}
