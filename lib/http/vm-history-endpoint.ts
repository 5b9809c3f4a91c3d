import 'server-only'
import { ok } from '@/lib/shared/result'
import { loadTimeline } from '@/lib/usecases/load-timeline'
import { endpoint } from './endpoint'
import { parseVmPath } from './parameters'
import { jsonResponse } from './responses'

/**
 * `GET /api/v1/vms/{subscription}/{group}/{name}/history`: observations of one VM, for any user who can read it now.
 */
export const vmHistoryEndpoint = endpoint({
  name: 'vm-history',
  parse: parseVmPath,
  run: async ({ caller, signal, requestId }, vm) => {
    const timeline = await loadTimeline(caller, vm, signal)
    return timeline.ok ? ok({ response: jsonResponse(timeline.value, requestId), streamed: false }) : timeline
  },
})
