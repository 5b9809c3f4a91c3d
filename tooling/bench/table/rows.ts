import { fleetEventSchema, type FleetRow, type Subscription } from '@/lib/contract/fleet'

/** A row for AG Grid: only the texts of the product's cells. */
export interface PlainRow {
  readonly key: string
  readonly name: string
  readonly subscription: string
  readonly state: string
  readonly os: string
  readonly data: string
  readonly progress: string
  readonly message: string
  readonly evidence: string
}

function plainRow(row: FleetRow, names: ReadonlyMap<string, string>): PlainRow {
  return {
    key: row.key,
    name: row.name,
    subscription: names.get(row.subscriptionId.toLowerCase()) ?? row.subscriptionId,
    state: row.state,
    os: row.os,
    data: `${row.data.state} ${row.data.stamped}/${row.data.total}`,
    progress: row.progress.percent === null ? '' : `${row.progress.percent} %`,
    message: row.progress.message ?? '',
    evidence: row.evidenceAt ?? '',
  }
}

/** Reads a whole fleet through the product's API and returns its rows for AG Grid. */
export async function plainRows(address: string, token: string): Promise<readonly PlainRow[]> {
  const response = await fetch(`${address}/api/v1/fleet`, { headers: { authorization: `Bearer ${token}` } })
  if (!response.ok) throw new Error(`GET /api/v1/fleet: ${response.status}`)
  const rows = new Map<string, FleetRow>()
  let subscriptions: readonly Subscription[] = []
  const lines = (await response.text()).split('\n').filter((line) => line !== '')
  for (const line of lines) {
    const event = fleetEventSchema.parse(JSON.parse(line))
    if (event.type === 'rows') for (const row of event.rows) rows.set(row.key, row)
    if (event.type === 'subscriptions') subscriptions = event.subscriptions
  }
  const names = new Map(subscriptions.map(({ id, name }) => [id.toLowerCase(), name]))
  return [...rows.values()].map((row) => plainRow(row, names))
}
