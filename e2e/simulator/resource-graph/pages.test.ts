import { beforeAll, describe, expect, it } from 'vitest'
import { callRoute, jsonOf, valuesOf } from '../arm/test-context'
import type { World } from '../model/world'
import { createWorld } from '../worlds/create'
import { deleteVm, recreateVm } from '../worlds/recreate'

const vmNames = "resources | where type =~ 'microsoft.compute/virtualmachines' | project id, name | order by id asc"
let world: World
let large: World
beforeAll(() => {
  world = createWorld({ tenantId: 'd1', scenario: 'mixed', seed: 1 })
  large = createWorld({ tenantId: 'd2', scenario: 'fleet', seed: 1, vms: 1250, subscriptions: 1, graph: { lag: 0 } })
})

interface Ask {
  readonly in?: World
  readonly as?: string
  readonly subscriptions?: readonly string[]
}

async function page(query: string, options: Record<string, unknown> = {}, ask: Ask = {}) {
  const { in: place = world, as = 'Chiara Rossi', ...rest } = ask
  return jsonOf(await callRoute(place, 'resource-graph', { as, body: { query, options, ...rest } }))
}

const tokenOf = (text: unknown): unknown => JSON.parse(Buffer.from(String(text), 'base64').toString())

describe('pages', () => {
  it('have 1000 rows and continue by a token that is only an offset; resultTruncated stays false', async () => {
    const first = await page(vmNames, { top: 5 }, { in: large })
    expect(first).toMatchObject({ totalRecords: 1250, count: 1000, resultTruncated: 'false' })
    expect(tokenOf(first.$skipToken)).toEqual({
      $id: '1',
      MaxRows: 1000,
      RowsToSkip: 1000,
      KustoClusterUrl: expect.stringMatching(/^https:/),
    })
    const second = await page(vmNames, { $skipToken: first.$skipToken }, { in: large })
    expect(second).toMatchObject({ count: 250, resultTruncated: 'false' })
    expect(second.$skipToken).toBeUndefined()
    const other = await page('resources | project name, id', { $skipToken: first.$skipToken, $top: 3 }, { in: large })
    expect(other).toMatchObject({ count: 3 })
    expect(await page(vmNames, { $skipToken: first.$skipToken, $skip: 1249 }, { in: large })).toMatchObject({
      count: 1,
    })
  })

  it('are those of the first page in a world that keeps rows, for the same caller and query only', async () => {
    const spec = { tenantId: 'd4', scenario: 'fleet', seed: 1, vms: 40, subscriptions: 1 } as const
    const kept = createWorld({ ...spec, graph: { lag: 0, keepRows: 600 } })
    const total = async (query: string, as = 'Chiara Rossi') => (await page(query, {}, { in: kept, as })).totalRecords
    const first = await page(vmNames, { $top: 1 }, { in: kept })
    deleteVm(kept, (first.data as { id: string }[])[0]?.id ?? '', kept.clock.now())
    kept.clock.step(3_600_000)
    expect(await total(vmNames)).toBe(40)
    expect(await total(vmNames, 'Aiko Tanaka')).toBe(39)
    expect(await total(`${vmNames} `)).toBe(39)
  })

  it('are each computed separately: a VM deleted or created between two shifts the rest', async () => {
    const ids = async (options: Record<string, unknown>) => {
      const answer = await page(vmNames, options, { in: large })
      const { totalRecords, count, $skipToken, data } = answer
      return { totalRecords, count, $skipToken, ids: (data as { id: string }[]).map(({ id }) => id) }
    }
    const first = await ids({ $top: 600 })
    const whole = await ids({ $top: 1000 })
    deleteVm(large, first.ids[0] ?? '', large.clock.now())
    const second = await ids({ $skipToken: first.$skipToken })
    expect(second).toMatchObject({ totalRecords: 1249, count: 600 })
    // The row that moved to the end of the first page is on neither page.
    expect(whole.ids[600]).toBeDefined()
    expect([...first.ids, ...second.ids]).not.toContain(whole.ids[600])
    const again = large.departed[0]
    if (again !== undefined) large.vms.set(again.id, again)
  })

  it.each([
    ['no id', 'resources | project name', 'true'],
    ['dynamic columns only', 'resources | project id = properties.vmId', 'true'],
    ['a limit', 'resources | project id | limit 20', 'true'],
    ['take, an offset beside it is ignored', 'resources | take 20 | project id', 'true'],
  ])('end where there is %s', async (_what, query, truncated) => {
    const cut = await page(query, { $top: 5, $skip: 7 })
    expect(cut).toMatchObject({ count: 5, resultTruncated: truncated })
    expect(cut.$skipToken).toBeUndefined()
    if (query.includes('20')) expect(cut.totalRecords).toBe(20)
  })

  it('cut an expansion to 128 rows unless a limit is given', async () => {
    const list = `parse_json('[${Array.from({ length: 300 }, (_, index) => index).join(',')}]')`
    const expand = (limit: string) => page(`resources | take 1 | project l = ${list} | mv-expand l ${limit} | count`)
    expect((await expand('')).data).toEqual([{ Count: 128 }])
    expect((await expand('limit 400')).data).toEqual([{ Count: 300 }])
  })
})

describe('rows', () => {
  it('have every column of the table, text empty and anything else null where it is missing', async () => {
    const answer = await page('resources | take 3', { resultFormat: 'table' })
    expect(answer.data).toMatchObject({
      columns: [
        ...['id', 'name', 'type', 'tenantId', 'kind', 'location', 'resourceGroup', 'subscriptionId', 'managedBy'].map(
          (name) => ({ name, type: 'string' }),
        ),
        ...['sku', 'plan', 'properties', 'tags', 'identity', 'zones', 'extendedLocation'].map((name) => ({
          name,
          type: 'object',
        })),
      ],
    })
    const [row] = (await page("resources | where type =~ 'microsoft.compute/virtualmachines' | take 1"))
      .data as object[]
    expect(row).toMatchObject({ kind: '', managedBy: '', sku: null, plan: null, identity: null })
  })

  it('never contain the instance view', async () => {
    const text = JSON.stringify(await page('resources | project id, properties'))
    expect(text).not.toMatch(/EncryptionState|ComponentStatus|EncryptionInProgress|vmAgent/)
  })

  it('of the containers name each readable subscription, and groups in their own case', async () => {
    const query = "resourcecontainers | where type == 'microsoft.resources/subscriptions' | project id, name"
    const rows = (await page(query, {}, { as: 'Aiko Tanaka' })).data as { id: string; name: string }[]
    expect(rows).toHaveLength(world.subscriptions.length - 1)
    const joined = await page(
      `resources | join kind=leftouter (resourcecontainers | where type == 'microsoft.resources/subscriptions'
        | project subscriptionId, of = name) on subscriptionId | where isempty(of) | count`,
    )
    expect(joined.data).toEqual([{ Count: 0 }])
  })
})

describe('rights', () => {
  it('omit subscriptions silently, and restrict to the requested ones without regard to case', async () => {
    const [staging, payments] = [world.subscriptions[2]?.id ?? '', world.subscriptions[4]?.id ?? '']
    const subscriptions = [staging.toUpperCase(), payments]
    const answer = await page('resources | distinct subscriptionId', {}, { as: 'Aiko Tanaka', subscriptions })
    expect(answer).toMatchObject({ totalRecords: 1, data: [{ subscriptionId: staging }] })
    const empty = createWorld({ tenantId: 'e3', scenario: 'empty', seed: 1 })
    expect(await page('resources | project id', {}, { in: empty })).toMatchObject({ totalRecords: 0, data: [] })
  })
})

describe('lag', () => {
  let real = Date.UTC(2026, 10, 24, 5)
  const behind = createWorld({ tenantId: 'd4', scenario: 'timeline', seed: 1 }, () => real)
  const vmOf = (name: string) => [...behind.vms.values()].find((each) => each.name === name)
  const namesOf = async (query: string): Promise<unknown[]> =>
    valuesOf(await callRoute(behind, 'resource-graph', { body: { query } }), 'data').map(({ name }) => name)
  const vms = () => namesOf(vmNames)
  const disks = () => namesOf("resources | where type =~ 'microsoft.compute/disks' | project id, name")

  it('shows each created, changed and deleted resource after its own lag, half a minute at most', async () => {
    const vm = vmOf('vm-failure')
    const old = vm?.disks[0]?.name
    recreateVm(behind, vm?.id ?? '', behind.clock.now())
    const made = vmOf('vm-failure')?.disks[0]?.name
    expect(await disks()).toEqual(expect.arrayContaining([old]))
    expect(await disks()).not.toContain(made)
    real += 14_900
    expect(await disks()).toContain(old)
    real += 15_200
    expect(await disks()).toContain(made)
    expect(await disks()).not.toContain(old)
    deleteVm(behind, vm?.id ?? '', behind.clock.now())
    expect(await vms()).toContain('vm-failure')
    real += 30_100
    expect(await vms()).not.toContain('vm-failure')
  })

  it('differs for each row', async () => {
    const later = [...behind.vms.values()].flatMap(({ disks: own }) => own.map(({ name }) => name))
    for (const id of [...behind.vms.keys()]) deleteVm(behind, id, behind.clock.now())
    const left = new Set<number>()
    for (let second = 0; second <= 31; second += 1) {
      left.add((await disks()).filter((name) => later.includes(String(name))).length)
      real += 1000
    }
    expect(left.size).toBeGreaterThan(5)
    expect(left).toContain(0)
  })
})
