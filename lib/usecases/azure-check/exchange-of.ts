import 'server-only'
import { networkCodeOf } from '@/lib/shared/network-error'
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
export function exchangeOf({ request, response, error }: Recorded): Exchange {
  const { body } = request
  return {
    method: request.method,
    url: request.url,
    requestBody: typeof body === 'string' ? parsed(body) : null,
    status: response?.status ?? null,
    headers: response?.headers.toJSON() ?? {},
    body: response === null ? null : parsed(response.bodyAsText ?? ''),
    ...(response === null ? { networkCode: networkCodeOf(error) } : {}),
  }
}
