import 'server-only'
import { ok } from '@/lib/shared/result'
import { loadTimeline } from '@/lib/usecases/load-timeline'
import { endpoint } from './endpoint'
import { parseHistoryPath } from './parameters'
import { jsonResponse } from './responses'

/**
 * `GET /api/v1/vms/{subscription}/{group}/{name}/history?before=…`: observations of one VM, for any user who can read it
 * now, in pages.
 */
export const vmHistoryEndpoint = endpoint({
  name: 'vm-history',
  forApplications: true,
  parse: parseHistoryPath,
  run: async ({ caller, signal, requestId }, { vm, page }) => {
    const timeline = await loadTimeline(caller, vm, page, signal)
    return timeline.ok ? ok({ response: jsonResponse(timeline.value, requestId), streamed: false }) : timeline
  },
})
