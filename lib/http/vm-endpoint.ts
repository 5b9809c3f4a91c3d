import 'server-only'
import { ok } from '@/lib/shared/result'
import { loadVm } from '@/lib/usecases/load-vm'
import type { VmName } from '@/lib/usecases/vm-name'
import { endpoint, type Endpoint } from './endpoint'
import { parseInstancePath, parseVmPath } from './parameters'
import { jsonResponse } from './responses'

const read: Endpoint<VmName>['run'] = async ({ caller, signal, requestId }, vm) => {
  const detail = await loadVm(caller, vm, signal)
  return detail.ok ? ok({ response: jsonResponse(detail.value, requestId), streamed: false }) : detail
}

/** `GET /api/v1/vms/{subscription}/{group}/{name}`: one VM, read now. */
export const vmEndpoint = endpoint({ name: 'vm', forApplications: true, parse: parseVmPath, run: read })

/** `GET /api/v1/vmss/{subscription}/{group}/{scaleSet}/{instance}`: one instance of a uniform scale set, read now. */
export const instanceEndpoint = endpoint({
  name: 'instance',
  forApplications: true,
  parse: parseInstancePath,
  run: read,
})
