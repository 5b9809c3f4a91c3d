import 'server-only'
import { ok } from '@/lib/shared/result'
import { loadVm } from '@/lib/usecases/load-vm'
import { endpoint } from './endpoint'
import { parseVmPath } from './parameters'
import { jsonResponse } from './responses'

/** `GET /api/v1/vms/{subscription}/{group}/{name}`: one VM, read now. */
export const vmEndpoint = endpoint({
  name: 'vm',
  parse: parseVmPath,
  run: async ({ caller, signal, requestId }, vm) => {
    const detail = await loadVm(caller, vm, signal)
    return detail.ok ? ok({ response: jsonResponse(detail.value, requestId), streamed: false }) : detail
  },
})
