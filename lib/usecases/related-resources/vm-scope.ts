import 'server-only'
import { vmIdOf } from '@/lib/azure/calls/virtual-machine'
import { resourcePath, type ResourcePath } from '@/lib/azure/calls/resource-path'
import type { VmName } from '../vm-name'

/** The VM as a path that may be requested, and its id in the form in which ids are compared. */
export interface VmPlace extends ResourcePath {
  readonly id: string
}

/** Null for a name that no path can contain; such a VM cannot have been read either. */
export function vmPlaceOf(vm: VmName): VmPlace | null {
  const id = vmIdOf(vm)
  const place = resourcePath(id, 'Microsoft.Compute/virtualMachines')
  return place === null ? null : { ...place, id }
}
