import 'server-only'
import { ok } from '@/lib/shared/result'
import { loadFleetHistory } from '@/lib/usecases/load-fleet-history'
import { endpoint } from './endpoint'
import { parseHistoryQuery } from './parameters'
import { jsonResponse } from './responses'

/** `GET /api/v1/fleet/history?hours=…`: states over time of the VMs that the caller can read now. */
export const fleetHistoryEndpoint = endpoint({
  name: 'fleet-history',
  forApplications: true,
  parse: (_parameters, url) => parseHistoryQuery(url),
  run: async ({ caller, signal, requestId }, options) => {
    const chart = await loadFleetHistory(caller, options, signal)
    return chart.ok ? ok({ response: jsonResponse(chart.value, requestId), streamed: false }) : chart
  },
})
