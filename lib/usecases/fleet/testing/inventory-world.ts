import { fakeSession, type FakeAnswer } from '@/lib/azure/testing/fake-session'
import type { FleetRow } from '@/lib/contract/fleet'
import { objectOf } from '@/lib/wire/read'
import type { Observer } from '../../history/observer'
import { rowOf } from '../event-batcher'
import { takeInventory } from '../inventory'
import { newLoad } from '../load'

const noObserver: Observer = {
  observeReading: () => {
    throw new Error('this test makes no observation')
  },
  read: () => undefined,
  inventory: () => undefined,
  finish: () => undefined,
}
export const subscription = '11111111-1111-4111-8111-111111111111'
export const other = '22222222-2222-4222-8222-222222222222'
/** A VM of the other subscription has a name that begins with `other-`. */
const subscriptionOf = (name: string) => (name.startsWith('other-') ? other : subscription)
export const idOf = (name: string) =>
  `/subscriptions/${subscriptionOf(name)}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`

const adeResource = {
  id: `${idOf('x')}/extensions/AzureDiskEncryptionForLinux`,
  name: 'AzureDiskEncryptionForLinux',
  properties: { publisher: 'Microsoft.Azure.Security', type: 'AzureDiskEncryptionForLinux', typeHandlerVersion: '1.4' },
}

interface World {
  readonly vms: readonly string[]
  readonly extensions?: readonly string[]
  readonly stamped?: readonly string[]
  readonly hidden?: readonly string[]
  readonly unmanaged?: readonly string[]
  /** Columns with other values than usual, in every VM's row. */
  readonly columns?: Readonly<Record<string, unknown>>
  /** Columns of a second row of each VM, beside those of the first. */
  readonly again?: Readonly<Record<string, unknown>>
  /** Members of every stamped disk's row that are not as usual; undefined removes one. */
  readonly disk?: Readonly<Record<string, unknown>>
  /** Ids in the join that are not as usual, each counted as one VM. */
  readonly joined?: readonly unknown[]
  /** VMs that an evidence query cannot see, by a word of its text. */
  readonly unseen?: Readonly<Partial<Record<'leftouter' | '/extensions' | 'compute/disks', readonly string[]>>>
  /** The VMs when the ids are requested again. */
  readonly later?: readonly string[]
  /** VMs that the join silently drops. */
  readonly cut?: number
  /** Pages contain no total, as in a response of a gateway. */
  readonly uncounted?: boolean
}

/** Rows with the number of VMs that an evidence query could see. */
function counted(names: readonly string[], cut = 0): unknown[] {
  return [subscription, other].flatMap((id) => {
    const vms = names.filter((name) => subscriptionOf(name) === id).length - (id === subscription ? cut : 0)
    return vms > 0 ? [{ id: `vms:${id}`, vms }] : []
  })
}

function graph(world: World, query: string, tries: number): unknown[] {
  if (query.endsWith('project id | order by id asc'))
    return (world.later ?? world.vms).map((name) => ({ id: idOf(name) }))
  const isSeen = (name: string): boolean =>
    !Object.entries(world.unseen ?? {}).some(([word, names]) => query.includes(word) && names.includes(name))
  if (query.includes('leftouter')) {
    const names = (tries > 1 ? (world.later ?? world.vms) : world.vms).filter(isSeen)
    const hidden = [...(world.hidden ?? []), ...(world.unmanaged ?? [])].filter((name) => names.includes(name))
    const rest = names.filter((name) => !hidden.includes(name)).slice(world.joined?.length ?? 0)
    const odd = (world.joined ?? []).map((id) => ({ id, vms: 1 }))
    return [...hidden.map((name) => ({ id: idOf(name), vms: 1 })), ...odd, ...counted(rest, world.cut)]
  }
  const seen = counted(world.vms.filter(isSeen))
  if (query.includes('/extensions'))
    return [...(world.extensions ?? []).map((name) => ({ id: `${idOf(name)}/extensions/ade` })), ...seen]
  if (query.includes('compute/disks'))
    return [
      ...(world.stamped ?? []).map((name) => ({ id: `/disks/${name}`, managedBy: idOf(name), ...world.disk })),
      ...seen,
    ]
  const row = (name: string) => ({
    id: idOf(name),
    name,
    subscriptionId: subscriptionOf(name),
    nData: 0,
    eah: 0,
    prov: 'Succeeded',
    dualPass: 0,
    secType: '',
    osSecType: '',
    osDes: '',
    osDiskId: world.unmanaged?.includes(name) ? '' : `/disks/${name}`,
    ...world.columns,
  })
  const again = world.again
  return [...world.vms.map(row), ...(again === undefined ? [] : world.vms.map((name) => ({ ...row(name), ...again })))]
}

/** Takes the inventory of a world: how each VM was judged, by its name, and what was sent. */
export async function inventory(world: World, subscriptions: readonly string[] = [subscription]) {
  let joins = 0
  const made = fakeSession((request): FakeAnswer => {
    if (request.method === 'GET')
      return { json: { id: new URL(request.url).pathname, resources: [adeResource], properties: {} } }
    const { query } = JSON.parse(request.body as string) as { query: string }
    if (query.includes('leftouter')) joins += 1
    const data = graph(world, query, joins)
    const totalRecords = new Set(data.map((row) => String(objectOf(row)?.['id']).toLowerCase())).size
    return { json: world.uncounted === true ? { data } : { data, totalRecords } }
  })
  const load = newLoad(
    made.session,
    subscriptions.map((id) => ({ id, name: 's', vms: null, error: null })),
    noObserver,
  )
  const rows = new Map<string, FleetRow>()
  load.events.putRow = (row) => {
    rows.set(row.key, rowOf(row))
  }
  await made.settle(takeInventory(load, subscriptions))
  while (load.reading.size > 0) await made.settle(Promise.all(load.reading))
  const readings = Object.fromEntries([...rows].map(([key, row]) => [key.split('/').at(-1), row.reading]))
  return { readings, load, sent: made.sent.map(({ body }) => (typeof body === 'string' ? body : '')) }
}
