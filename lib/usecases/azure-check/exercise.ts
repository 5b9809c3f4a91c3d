import 'server-only'
import { postJson } from '@/lib/azure/calls/get-json'
import { getResource } from '@/lib/azure/calls/resource'
import { listInstances } from '@/lib/azure/calls/scale-set'
import { getSubscription, listSubscriptions } from '@/lib/azure/calls/subscriptions'
import { getVirtualMachine } from '@/lib/azure/calls/virtual-machine'
import { firstVirtualMachines } from '@/lib/azure/calls/vm-list'
import { perform } from '@/lib/azure/perform'
import { recordingTransport } from '@/lib/azure/recording-transport'
import { armTransport, openArmSession, type ArmSession } from '@/lib/azure/session'
import type { StorageHosts } from '@/lib/config/server-config'
import { readVmFacts } from '@/lib/facts/vm-facts'
import type { VmFacts } from '@/lib/facts/types'
import type { Exchange } from '@/lib/setup/azure/exchange'
import { unknown } from '@/lib/shared/known'
import type { TokenSource } from '@/lib/shared/token-source'
import { fieldOf, listOf, objectOf, textOf } from '@/lib/wire/read'
import { disksQuery } from '../double-encryption'
import { readableVmsQuery } from '../fleet/queries'
import { readFeature } from '../retirement/places'
import { loadRelatedResources } from '../related-resources/load-related-resources'
import { readVmActivity } from '../timeline/read-activity'
import { readVmChanges } from '../timeline/read-changes'
import { readTraffic } from '../timeline/read-traffic'
import { parseScaleSetId, parseVmId, vmIdOfExtension, type VmName } from '../vm-name'
import { exchangeOf } from './exchange-of'
import type { GraphQueryName } from '@/lib/setup/azure/graph-columns'
import { fixedQueries } from './graph-name'

export interface AzurePlace {
  readonly armEndpoint: string
  readonly tokens: TokenSource
  readonly storage: StorageHosts
  readonly signal: AbortSignal
  /** The only subscription to query; null for all that the token can read. */
  readonly subscription: string | null
}

const deadlineMilliseconds = 240_000
/** Subscriptions in one query: the batch size that Microsoft recommends. */
const mostSubscriptions = 300
/** VMs that are read to find one without Azure Disk Encryption. */
const mostTries = 8
const hour = 3_600_000

/** Only to find VMs and uniform scale sets to read. */
const otherVmsQuery = (id: string): string =>
  `resources | where type =~ 'microsoft.compute/virtualmachines' | where id !~ '${id.replaceAll("'", "\\'")}' | project id | order by id asc`
const uniformSetsQuery = `resources | where type =~ 'microsoft.compute/virtualmachinescalesets'
| where tostring(properties.orchestrationMode) !~ 'Flexible' | project id | order by id asc`

/** Their first rows count the VMs of each subscription; the row after these is the first of a resource. */
const countingQueries: ReadonlySet<string> = new Set<GraphQueryName>(['extensions', 'stamped-disks', 'hidden-disks'])

interface Query {
  readonly text: string
  readonly subscriptions: readonly string[]
  readonly top: number
}

/** Sends a query once, for its first rows, and returns their ids. */
async function query(session: ArmSession, { text, subscriptions, top }: Query): Promise<readonly string[]> {
  const url = `${session.armEndpoint}/providers/Microsoft.ResourceGraph/resources`
  const options = { resultFormat: 'objectArray', $top: top }
  const answer = await perform(session, {
    lane: { kind: 'resource-graph', scope: 'tenant' },
    provider: 'Microsoft.ResourceGraph',
    scope: 'tenant',
    timeoutMilliseconds: 30_000,
    vmId: null,
    priority: 'screen',
    send: postJson(session, url, { query: text, subscriptions, options }),
  })
  if (!answer.ok) return []
  return listOf(fieldOf(objectOf(answer.value.json), 'data'), (row) => textOf(fieldOf(objectOf(row), 'id'))) ?? []
}

interface ReadVm {
  readonly vm: VmName
  readonly facts: VmFacts
}

async function readVm(session: ArmSession, id: string): Promise<ReadVm | null> {
  const vm = parseVmId(id)
  if (vm === null) return null
  const body = await getVirtualMachine(session, vm, 'screen')
  return body.ok ? { vm, facts: readVmFacts(body.value.json) } : null
}

/** Reads the related resources of one VM. */
async function readAround(session: ArmSession, { vm, facts }: ReadVm, storage: StorageHosts): Promise<void> {
  const now = session.azureClock.of(Date.now())
  const disks = [facts.osDisk, ...facts.dataDisks].flatMap((disk) => disk?.id ?? [])
  await loadRelatedResources(session, vm, facts, { hosts: storage, attestation: unknown('not-asked') })
  const extensions = facts.adeExtensions.flatMap(({ resource }) => resource?.name ?? [])
  await readVmActivity(session, { vm, diskIds: disks, extensions, now })
  await readVmChanges(session, vm, disks)
  for (const kind of ['os', 'data'] as const) await readTraffic(session, vm, { disks: kind, from: now - hour, to: now })
  if (disks.length > 0) await query(session, { text: disksQuery(disks), subscriptions: [vm.subscriptionId], top: 1 })
}

/** A VM with Azure Disk Encryption if one is found, and one without. */
async function readVms(
  session: ArmSession,
  subscriptions: readonly string[],
  traced: string | null,
): Promise<ReadVm[]> {
  const withAde = traced === null ? null : await readVm(session, traced)
  const others = await query(session, { text: otherVmsQuery(traced ?? ''), subscriptions, top: mostTries })
  const found = withAde === null ? [] : [withAde]
  for (const id of others) {
    const other = await readVm(session, id)
    if (other === null || (withAde !== null && other.facts.adeExtensions.length > 0)) continue
    found.push(other)
    break
  }
  return found
}

async function exercise(session: ArmSession, { storage, subscription }: AzurePlace): Promise<void> {
  const listed = await listSubscriptions(session)
  const all = listed.ok ? listed.value.map(({ subscriptionId }) => subscriptionId) : []
  const subscriptions = (subscription === null ? all : [subscription]).slice(0, mostSubscriptions)
  const [first] = subscriptions
  if (first === undefined) return
  await getSubscription(session, first)
  await getResource(session, {
    path: `/subscriptions/${first}/providers`,
    subscriptionId: first,
    provider: 'Microsoft.Resources',
  })
  const ids = new Map<string, readonly string[]>()
  for (const [name, text] of Object.entries(fixedQueries)) {
    const top = countingQueries.has(name) ? subscriptions.length + 1 : 1
    ids.set(name, await query(session, { text, subscriptions, top }))
  }
  const traced = (ids.get('extensions') ?? []).flatMap((id) => vmIdOfExtension(id) ?? [])[0] ?? null
  const vms = await readVms(session, subscriptions, traced)
  const [subject] = vms
  if (subject !== undefined) {
    const { subscriptionId } = subject.vm
    await query(session, { text: readableVmsQuery([traced ?? ids.get('vms')?.[0] ?? '']), subscriptions, top: 1 })
    for (const each of vms) await readAround(session, each, storage)
    await firstVirtualMachines(session, subscriptionId)
  }
  await readFeature(session, first)
  const [set] = await query(session, { text: uniformSetsQuery, subscriptions, top: 1 })
  const setName = set === undefined ? null : parseScaleSetId(set)
  if (setName !== null) await listInstances(session, setName, () => undefined)
}

/**
 * Makes each distinct call of the product once, with the product's own functions and query texts, and passes on every
 * request and response. Only reads. A request that these permissions do not allow is an exchange like any other.
 */
export async function exerciseAzure(place: AzurePlace, onExchange: (exchange: Exchange) => void): Promise<void> {
  const { armEndpoint, tokens, signal } = place
  const transport = recordingTransport(armTransport, (recorded) => onExchange(exchangeOf(recorded)))
  const session = openArmSession(
    { armEndpoint, armScope: `${armEndpoint}/.default`, azureShare: 1 },
    { person: 'doctor', tokens, signal, deadlineMilliseconds, transport },
  )
  try {
    await exercise(session, place)
  } finally {
    session.close()
  }
}
