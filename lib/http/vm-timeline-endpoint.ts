import 'server-only'
import { ok } from '@/lib/shared/result'
import { loadVmTimeline } from '@/lib/usecases/timeline/load-vm-timeline'
import { endpoint } from './endpoint'
import { parseVmPath } from './parameters'
import { jsonResponse } from './responses'

/** `GET /api/v1/vms/{subscription}/{group}/{name}/timeline`: lanes, activity and estimates of one VM. */
export const vmTimelineEndpoint = endpoint({
  name: 'vm-timeline',
  forApplications: true,
  parse: parseVmPath,
  run: async ({ caller, signal, requestId }, vm) => {
    const timeline = await loadVmTimeline(caller, vm, signal)
    return timeline.ok ? ok({ response: jsonResponse(timeline.value, requestId), streamed: false }) : timeline
  },
})
