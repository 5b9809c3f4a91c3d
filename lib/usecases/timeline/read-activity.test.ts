import { describe, expect, it } from 'vitest'
import { fakeSession, type FakeAnswer } from '@/lib/azure/testing/fake-session'
import { readVmActivity, type ActivityInput } from './read-activity'

const subscriptionId = '11111111-1111-4111-8111-111111111111'
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute`
const vmId = `${group}/virtualMachines/vm`
const diskId = `${group}/disks/os`
const now = Date.UTC(2026, 10, 24, 12)
const minute = 60_000
const input: ActivityInput = {
  vm: { subscriptionId, resourceGroup: 'rg', name: 'vm' },
  diskIds: [diskId],
  extensions: ['ade'],
  now,
}

interface Recorded {
  readonly id: string
  readonly at: number
  readonly resourceId: string
}
const denied: FakeAnswer = { status: 403, json: { error: { code: 'AuthorizationFailed' } } }
const eventOf = ({ id, at, resourceId }: Recorded) => ({
  eventDataId: id,
  eventTimestamp: new Date(at).toISOString(),
  resourceId,
  operationName: { value: 'Microsoft.Compute/virtualMachines/write' },
  status: { value: 'Succeeded' },
})

/** An Activity Log of these events, newest first and 200 to a page; `may` decides which filter the reader may use. */
function logOf(events: readonly Recorded[], may: (field: string) => boolean = () => true, order = 1) {
  return fakeSession(({ url }) => {
    const { searchParams } = new URL(url)
    const [, field = '', value = ''] = /and (\w+) eq '([^']+)'/.exec(searchParams.get('$filter') ?? '') ?? []
    if (!may(field)) return denied
    const wanted = value.toLowerCase()
    const fits = ({ resourceId }: Recorded): boolean =>
      field === 'resourceUri' ? resourceId.toLowerCase() === wanted : resourceId.split('/')[4]?.toLowerCase() === wanted
    const found = events.filter(fits).toSorted((one, other) => (other.at - one.at) * order)
    const offset = Number(searchParams.get('$skipToken') ?? '0')
    const next = new URL(url)
    next.searchParams.set('$skipToken', String(offset + 200))
    const more = offset + 200 < found.length
    return { json: { value: found.slice(offset, offset + 200).map(eventOf), ...(more && { nextLink: next.href }) } }
  })
}

const busy = Array.from({ length: 3000 }, (_, index) => ({
  id: `other-${index}`,
  at: now - (index + 1) * minute,
  resourceId: `${group}/virtualMachines/other`,
}))
const old: readonly Recorded[] = [
  { id: 'vm', at: now - 60 * 24 * 60 * minute, resourceId: vmId },
  { id: 'extension', at: now - 61 * 24 * 60 * minute, resourceId: `${vmId}/extensions/ADE` },
  { id: 'disk', at: now - 62 * 24 * 60 * minute, resourceId: diskId.toUpperCase() },
]

async function read(made: ReturnType<typeof logOf>) {
  const answer = await made.settle(readVmActivity(made.session, input))
  return answer.ok ? { ids: answer.value.events.map(({ id }) => id), wholeSince: answer.value.wholeSince } : answer
}

describe('the Activity Log of a VM', () => {
  it('takes one request where its resource group has few events, and is complete', async () => {
    const made = logOf([...busy.slice(0, 20), ...old])
    expect(await read(made)).toEqual({ ids: ['vm', 'extension', 'disk'], wholeSince: null })
    expect(made.sent).toHaveLength(1)
  })

  it('is requested by id where its resource group has many events, with the time since when it is complete', async () => {
    const made = logOf([...busy, ...old])
    expect(await read(made)).toEqual({
      ids: ['vm', 'extension', 'disk'],
      wholeSince: new Date(now - 2000 * minute).toISOString(),
    })
    const uris = made.sent.flatMap(
      ({ url }) => /resourceUri eq '([^']+)'/.exec(new URL(url).searchParams.get('$filter') ?? '')?.[1] ?? [],
    )
    expect(uris).toEqual([vmId, `${vmId}/extensions/ade`, diskId])
  })

  it('contains what the group’s log shows where the reader may not filter by id', async () => {
    const recent = { id: 'recent', at: now - 5 * minute, resourceId: vmId }
    const made = logOf([recent, ...busy, ...old], (field) => field === 'resourceGroupName')
    expect(await read(made)).toEqual({ ids: ['recent'], wholeSince: new Date(now - 1999 * minute).toISOString() })
  })

  it('contains what the ids show where the reader has no right on the group, and is incomplete throughout', async () => {
    const made = logOf([...busy, ...old], (field) => field === 'resourceUri')
    expect(await read(made)).toEqual({ ids: ['vm', 'extension', 'disk'], wholeSince: new Date(now).toISOString() })
  })

  it('is denied where the reader may use neither filter', async () => {
    expect(await read(logOf(old, () => false))).toMatchObject({ ok: false, failure: { kind: 'denied' } })
  })

  it('is complete only from now on where the log of a busy group is not newest first', async () => {
    const made = logOf([...busy, ...old], (field) => field === 'resourceGroupName', -1)
    expect(await read(made)).toMatchObject({ wholeSince: expect.stringMatching(/^\d{4}-/) })
    const { wholeSince } = (await read(logOf([...busy, ...old], undefined, -1))) as { wholeSince: string }
    expect(Math.abs(Date.parse(wholeSince) - Date.now())).toBeLessThan(24 * 60 * minute)
  })

  it('requests only a few of many disks', async () => {
    const made = logOf([...busy, ...old])
    const diskIds = Array.from({ length: 65 }, (_, index) => `${group}/disks/${index}`)
    await made.settle(readVmActivity(made.session, { ...input, diskIds, extensions: [] }))
    expect(made.sent).toHaveLength(10 + 6)
  })
})
