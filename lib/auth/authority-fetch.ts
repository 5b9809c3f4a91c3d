import 'server-only'

const timeoutMilliseconds = 10_000
const maxBytes = 1_048_576

/** The response was larger than anything Entra sends. */
export class OversizedAnswer extends Error {
  constructor() {
    super('answer too large')
    this.name = 'OversizedAnswer'
  }
}

async function readCapped(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  const reader = response.body?.getReader()
  if (reader === undefined) return text
  for (;;) {
    const chunk = await reader.read()
    if (chunk.done) return text + decoder.decode()
    bytes += chunk.value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      throw new OversizedAnswer()
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
}

export interface AuthorityRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: Record<string, string>
  readonly body?: string | undefined
}

export interface AuthorityAnswer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly text: string
}

/**
 * One request to Entra: at most ten seconds, at most 1 MiB, and no redirect, because a redirect would send the client
 * secret to another host.
 */
export async function authorityFetch(url: string, request: AuthorityRequest): Promise<AuthorityAnswer> {
  const response = await fetch(url, {
    method: request.method,
    headers: request.headers,
    body: request.body ?? null,
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMilliseconds),
  })
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await readCapped(response) }
}
