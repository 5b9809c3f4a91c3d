import 'server-only'
import { apiError, type ApiError } from '@/lib/contract/errors'
import { fail, ok, type Result } from '@/lib/shared/result'
import { isTooDeep } from './json-depth'

async function readText(body: ReadableStream<Uint8Array>, limit: number): Promise<string | null> {
  const reader = body.getReader()
  // A mark at the beginning stays: JSON has none.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.byteLength
    if (bytes > limit) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
  return text + decoder.decode()
}

const jsonType = /^application\/json\s*(;|$)/i

/**
 * Reads the JSON of a request. Its length is counted as it arrives, because the caller chooses the `Content-Length`
 * header.
 * @param limit bytes
 * @param type the required content type
 */
export async function readJsonBody(
  request: Request,
  limit: number,
  type: RegExp = jsonType,
): Promise<Result<unknown, ApiError>> {
  if (!type.test(request.headers.get('content-type') ?? '')) {
    return fail(apiError('request-invalid', { parameter: 'content-type' }))
  }
  const text = request.body === null ? '' : await readText(request.body, limit)
  if (text === null) return fail(apiError('body-too-large'))
  if (isTooDeep(text)) return fail(apiError('json-invalid'))
  try {
    const json: unknown = JSON.parse(text)
    return ok(json)
  } catch {
    return fail(apiError('json-invalid'))
  }
}
