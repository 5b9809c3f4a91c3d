import 'server-only'
import { apiError } from '@/lib/contract/errors'
import { retirementRequestSchema } from '@/lib/contract/retirement'
import { fail, ok } from '@/lib/shared/result'
import { loadRetirement } from '@/lib/usecases/retirement/load-retirement'
import { endpoint } from './endpoint'
import { jsonResponse } from './responses'

const bodyLimit = 1_000_000

/**
 * `POST /api/v1/retirement`: reads the related resources of VMs with Azure Disk Encryption. A POST only because it
 * needs a body: it changes nothing.
 */
export const retirementPost = endpoint({
  name: 'retirement',
  parse: () => ok(null),
  run: async (context) => {
    const body = await context.readJson(bodyLimit)
    if (!body.ok) return body
    const request = retirementRequestSchema.safeParse(body.value)
    if (!request.success) {
      const parameter = String(request.error.issues[0]?.path[0] ?? 'body')
      return fail(apiError('request-invalid', { parameter }))
    }
    const answer = await loadRetirement(context.caller, request.data, context.signal)
    return answer.ok ? ok({ response: jsonResponse(answer.value, context.requestId), streamed: false }) : answer
  },
})
