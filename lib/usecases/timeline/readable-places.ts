import 'server-only'
import { getVirtualMachine } from '@/lib/azure/calls/virtual-machine'
import type { ArmSession } from '@/lib/azure/session'
import { parseVmId, vmKey } from '../vm-name'
import type { KnownHistory } from './history-of'

/** Former ids that are checked, the newest: a VM is rarely moved. The others count as not readable. */
const mostPlaces = 5

/**
 * Whether the reader may read VMs at an id that a VM had before it was moved. Azure checks permission first: with it, an
 * id without a VM is not found; without it, access is denied.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-not-found
 */
async function isReadable(session: ArmSession, id: string): Promise<boolean> {
  const vm = parseVmId(id)
  if (vm === null) return false
  const found = await getVirtualMachine(session, vm, 'screen')
  return found.ok || found.failure.kind === 'not-found'
}

/**
 * The history of a VM that the reader can read now, without former ids at which the reader cannot read it: an id names a
 * subscription and a resource group. Such observations have an empty id.
 * @param id the VM's present ARM id
 */
export async function withReadablePlaces(session: ArmSession, id: string, known: KnownHistory): Promise<KnownHistory> {
  const present = vmKey(id)
  const former = [...new Set(known.observations.map((each) => vmKey(each.id)))].filter((key) => key !== present)
  if (former.length === 0) return known
  const checked = former.slice(-mostPlaces)
  const answers = await Promise.all(checked.map((key) => isReadable(session, key)))
  const readable = new Set([present, ...checked.filter((_key, index) => answers[index])])
  const observations = known.observations.map((each) => (readable.has(vmKey(each.id)) ? each : { ...each, id: '' }))
  return { ...known, observations }
}
