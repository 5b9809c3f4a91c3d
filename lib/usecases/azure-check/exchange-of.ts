import 'server-only'
import type { Recorded } from '@/lib/azure/recording-transport'
import type { Exchange } from '@/lib/setup/azure/exchange'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** An exchange without the request's headers, which contain the token. */
export function exchangeOf({ request, response }: Recorded): Exchange {
  const { body } = request
  return {
    method: request.method,
    url: request.url,
    requestBody: typeof body === 'string' ? parsed(body) : null,
    status: response?.status ?? null,
    headers: response?.headers.toJSON() ?? {},
    body: response === null ? null : parsed(response.bodyAsText ?? ''),
  }
}
