import 'server-only'
import { fail, type Result } from '@/lib/shared/result'
import { fieldOf, objectOf, textOf } from '@/lib/wire/read'
import type { ArmFailure } from '../failure'
import { perform, type ArmBody } from '../perform'
import type { Priority } from '../schedule/wait-queue'
import type { ArmSession } from '../session'

export interface VmName {
  readonly subscriptionId: string
  readonly resourceGroup: string
  /** The number of the instance, where it belongs to a scale set. */
  readonly name: string
  /** The uniform scale set of the instance; absent for a single VM. */
  readonly scaleSet?: string
}

/** The id of a VM, from its parts. */
export function vmIdOf({ subscriptionId, resourceGroup, name, scaleSet }: VmName): string {
  const set = scaleSet === undefined ? '' : `virtualMachineScaleSets/${scaleSet}/`
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/${set}virtualMachines/${name}`
}

/** Whether a body is about the requested VM: a body about another VM would be shown under this VM's name. */
function isAbout(body: ArmBody, vmId: string): boolean {
  return textOf(fieldOf(objectOf(body.json), 'id'))?.toLowerCase() === vmId.toLowerCase()
}

/**
 * Reads one VM, or one instance of a uniform scale set, with its instance view: the only response that contains the
 * true state of its encryption.
 * Source: https://learn.microsoft.com/rest/api/compute/virtual-machines/get and
 * https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-set-vms/get
 * @param priority why it is read, which decides when
 */
export async function getVirtualMachine(
  session: ArmSession,
  vm: VmName,
  priority: Priority,
): Promise<Result<ArmBody, ArmFailure>> {
  const vmId = vmIdOf(vm)
  const body = await perform(session, {
    lane: { kind: 'arm-reads', scope: vm.subscriptionId },
    provider: 'Microsoft.Compute',
    scope: vmId,
    timeoutMilliseconds: 20_000,
    vmId,
    priority,
    send: (http, abortSignal, apiVersion) => {
      const client = session.compute.client(vm.subscriptionId, { http, apiVersion }, abortSignal)
      const { resourceGroup, name, scaleSet } = vm
      const options = { expand: 'instanceView', abortSignal } as const
      if (scaleSet === undefined) return client.virtualMachines.get(resourceGroup, name, options)
      return client.virtualMachineScaleSetVMs.get(resourceGroup, scaleSet, name, options)
    },
  })
  return body.ok && !isAbout(body.value, vmId) ? fail({ kind: 'unreadable', scope: vmId }) : body
}
