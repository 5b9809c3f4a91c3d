import 'server-only'
import type { Session } from '@/lib/contract/session'
import { ok } from '@/lib/shared/result'
import { isAdmin } from '@/lib/usecases/admin/allowed'
import { endSession } from '@/lib/usecases/session/end'
import { endpoint } from './endpoint'
import { endStreamsOf } from './resumable-stream'
import { emptyResponse, jsonResponse } from './responses'

/** `GET /api/v1/session`: what this user may open, so that pages link only there. It says nothing of other users. */
export const sessionGet = endpoint({
  name: 'session',
  parse: () => ok(null),
  run: ({ caller, requestId }) => {
    const session: Session = { administrator: isAdmin(caller) }
    return Promise.resolve(ok({ response: jsonResponse(session, requestId), streamed: false }))
  },
})

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
