import 'server-only'
import { ComputeManagementClient } from '@azure/arm-compute'
import type { Result } from '@/lib/shared/result'
import type { ArmFailure } from '../failure'
import { perform, type ArmBody } from '../perform'
import type { Priority } from '../schedule/wait-queue'
import type { ArmSession } from '../session'

export interface VmName {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
}

/** The id of a VM, in the spelling of its parts. */
export function vmIdOf({ subscriptionId, resourceGroup, name }: VmName): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachines/${name}`
}

/**
 * Reads one VM with its instance view: the only answer that tells the truth about its encryption.
 * Source: https://learn.microsoft.com/rest/api/compute/virtual-machines/get
 * @param priority what it is read for decides when it is
 */
export async function getVirtualMachine(
  session: ArmSession,
  vm: VmName,
  priority: Priority,
): Promise<Result<ArmBody, ArmFailure>> {
  const vmId = vmIdOf(vm)
  return perform(session, {
    lane: { kind: 'arm-reads', scope: vm.subscriptionId },
    scope: vmId,
    timeoutMilliseconds: 20_000,
    vmId,
    priority,
    send: (http, abortSignal) => {
      const client = new ComputeManagementClient(session.credential, vm.subscriptionId, {
        endpoint: session.armEndpoint,
        pipeline: session.pipeline,
        httpClient: http,
      })
      return client.virtualMachines.get(vm.resourceGroup, vm.name, { expand: 'instanceView', abortSignal })
    },
  })
}
