import 'server-only'
import { createHash } from 'node:crypto'
import { serverConfig } from '@/lib/config/config'
import { messages } from '@/lib/i18n/messages'
import { openApiDocument } from '@/lib/openapi/document'
import { ok } from '@/lib/shared/result'
import { openEndpoint } from './endpoint'

interface Made {
  readonly text: string
  readonly tag: string
}

let made: Made | undefined

/** The document of this deployment, generated once: its configuration does not change while the process runs. */
function document(): Made {
  if (made !== undefined) return made
  const { api, errors } = messages.en
  const text = JSON.stringify(openApiDocument(api, errors, serverConfig()))
  made = { text, tag: `"${createHash('sha256').update(text).digest('base64url')}"` }
  return made
}

/** Whether the caller's copy is current; a proxy that compresses responses marks the tag as weak. */
function isKnown(ifNoneMatch: string | null, tag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

/**
 * `GET /api/v1/openapi.json`: the description of the API, for programs. Open to all callers: it contains no user's
 * data.
 */
export const openApiGet = openEndpoint('openapi', ({ requestId }, request) => {
  const { text, tag } = document()
  const known = isKnown(request.headers.get('if-none-match'), tag)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'public, max-age=300',
    etag: tag,
    'x-request-id': requestId,
  }
  const response = new Response(known ? null : text, { status: known ? 304 : 200, headers })
  return Promise.resolve(ok({ response, streamed: false }))
})
