import { fakeSession, type FakeAnswer } from '@/lib/azure/testing/fake-session'
import type { FleetRow } from '@/lib/contract/fleet'
import { objectOf } from '@/lib/wire/read'
import type { Observer } from '../../history/observer'
import { rowOf } from '../event-batcher'
import { takeInventory } from '../inventory'
import { newLoad } from '../load'
import { vmIdsQuery } from '../queries'

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

/** The number that Resource Graph has for a VM's id. */
const idHashOf = (name: string): number => Array.from(name).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7)

/** Words of the evidence queries; the first contains the last, too. */
const evidenceWords = ['leftouter', '/extensions', 'compute/disks'] as const
type EvidenceWord = (typeof evidenceWords)[number]

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
  readonly unseen?: Readonly<Partial<Record<EvidenceWord, readonly string[]>>>
  /** VMs that only an evidence query can see. */
  readonly gained?: Readonly<Partial<Record<EvidenceWord, readonly string[]>>>
  /** An evidence query sees what is unseen or gained only the first time. */
  readonly once?: boolean
  /** The VMs when the evidence and the ids are requested again. */
  readonly later?: readonly string[]
  /** VMs that the join silently drops. */
  readonly cut?: number
  /** How many extensions of any type a subscription shows: 7 unless given. */
  readonly shown?: unknown
  /** Pages contain no total, as in a response of a gateway. */
  readonly uncounted?: boolean
}

/** Rows with the VMs that an evidence query could see. */
function counted(names: readonly string[]): unknown[] {
  return [subscription, other].flatMap((id) => {
    const own = names.filter((name) => subscriptionOf(name) === id)
    const idHashes = own.reduce((sum, name) => sum + idHashOf(name), 0)
    return own.length > 0 ? [{ id: `vms:${id}`, vms: own.length, idHashes }] : []
  })
}

function vmRow(world: World, name: string) {
  return {
    id: idOf(name),
    name,
    subscriptionId: subscriptionOf(name),
    idHash: idHashOf(name),
    nData: 0,
    eah: 0,
    prov: 'Succeeded',
    dualPass: 0,
    secType: '',
    osSecType: '',
    osDes: '',
    osDiskId: world.unmanaged?.includes(name) ? '' : `/disks/${name}`,
    ...world.columns,
  }
}

/** The answer of the query for hidden disks. */
function joinRows({ hidden = [], unmanaged = [], joined = [], cut = 0 }: World, seen: readonly string[]): unknown[] {
  const listed = [...hidden, ...unmanaged].filter((name) => seen.includes(name))
  const rest = seen.filter((name) => !listed.includes(name)).slice(joined.length + cut)
  return [
    ...listed.map((name) => ({ id: idOf(name), vms: 1, idHashes: idHashOf(name) })),
    ...joined.map((id) => ({ id, vms: 1, idHashes: 1 })),
    ...counted(rest),
  ]
}

/** The VMs that an evidence query can see. */
function seenBy(word: EvidenceWord, { unseen, gained, once, later, vms }: World, tries: number): readonly string[] {
  const now = tries > 1 ? (later ?? vms) : vms
  if (once === true && tries > 1) return now
  return [...now.filter((name) => unseen?.[word]?.includes(name) !== true), ...(gained?.[word] ?? [])]
}

function listRows(world: World): unknown[] {
  const { vms, again } = world
  const rows = vms.map((name) => vmRow(world, name))
  return again === undefined ? rows : [...rows, ...rows.map((row) => ({ ...row, ...again }))]
}

function graph(world: World, query: string, tries: number): unknown[] {
  if (query === vmIdsQuery)
    return (world.later ?? world.vms).map((name) => ({ id: idOf(name), idHash: idHashOf(name) }))
  const word = evidenceWords.find((each) => query.includes(each))
  if (word === undefined) return listRows(world)
  const seen = seenBy(word, world, tries)
  const { extensions = [], stamped = [], disk } = world
  const rows: Readonly<Record<EvidenceWord, () => unknown[]>> = {
    leftouter: () => joinRows(world, seen),
    '/extensions': () => [
      ...counted(seen).map((row) => ({ ...objectOf(row), shown: 'shown' in world ? world.shown : 7 })),
      ...extensions.map((name) => ({ id: `${idOf(name)}/extensions/ade` })),
    ],
    'compute/disks': () => [
      ...counted(seen),
      ...stamped.map((name) => ({ id: `/disks/${name}`, managedBy: idOf(name), ...disk })),
    ],
  }
  return rows[word]()
}

const nameOf = (key: string): string => key.split('/').at(-1) ?? ''

/** Takes the inventory of a world: how each VM was judged, by its name, and what was sent. */
export async function inventory(world: World, subscriptions: readonly string[] = [subscription]) {
  const tries = new Map<string, number>()
  const made = fakeSession((request): FakeAnswer => {
    if (request.method === 'GET')
      return { json: { id: new URL(request.url).pathname, resources: [adeResource], properties: {} } }
    const { query } = JSON.parse(request.body as string) as { query: string }
    tries.set(query, (tries.get(query) ?? 0) + 1)
    const data = graph(world, query, tries.get(query) ?? 1)
    const totalRecords = new Set(data.map((row) => String(objectOf(row)?.['id']).toLowerCase())).size
    return { json: world.uncounted === true ? { data } : { data, totalRecords } }
  })
  const load = newLoad(
    made.session,
    subscriptions.map((id) => ({ id, name: 's', vms: null, error: null })),
    noObserver,
  )
  const rows = new Map<string, FleetRow>()
  /** Names of VMs with a row that the inventory alone decides, at any time. */
  const judged = new Set<string>()
  load.events.putRow = (row) => {
    const put = rowOf(row)
    rows.set(row.key, put)
    if (put.reading === 'inventory') judged.add(nameOf(row.key))
  }
  await made.settle(takeInventory(load, subscriptions))
  while (load.reading.size > 0) await made.settle(Promise.all(load.reading))
  const readings = Object.fromEntries([...rows].map(([key, row]) => [nameOf(key), row.reading]))
  return { readings, judged, load, sent: made.sent.map(({ body }) => (typeof body === 'string' ? body : '')) }
}
