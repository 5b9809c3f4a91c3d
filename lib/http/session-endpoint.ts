import 'server-only'
import { ok } from '@/lib/shared/result'
import { endSession } from '@/lib/usecases/session/end'
import { endpoint } from './endpoint'
import { endStreamsOf } from './resumable-stream'
import { emptyResponse } from './responses'

/**
 * `DELETE /api/v1/session`: the user signs out. Like every endpoint it reads the token from the header alone, so that
 * no other site can sign a user out.
 */
export const sessionEnd = endpoint({
  name: 'session-end',
  parse: () => ok(null),
  run: async ({ caller, requestId }) => {
    await endSession(caller, endStreamsOf)
    return ok({ response: emptyResponse(requestId), streamed: false })
  },
})
