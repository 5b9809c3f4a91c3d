import 'server-only'
import type { HttpClient } from '@azure/core-rest-pipeline'

/** The list without the subscriptions that were not chosen; any other text as it is. */
function ofChosen(text: string, subscriptions: readonly string[]): string {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return text
  }
  if (typeof body !== 'object' || body === null || !('value' in body) || !Array.isArray(body.value)) return text
  const value = body.value.filter((each: unknown) => {
    const id = typeof each === 'object' && each !== null && 'subscriptionId' in each ? each.subscriptionId : null
    return typeof id === 'string' && subscriptions.includes(id.toLowerCase())
  })
  return JSON.stringify({ ...body, value })
}

/**
 * A client in whose list of subscriptions only the chosen ones are: no use case asks about the others, a file does not
 * name them, and who opens it is shown what it contains.
 * @param subscriptions ids, lower case; null for all
 */
export function chosenTransport(inner: HttpClient, subscriptions: readonly string[] | null): HttpClient {
  if (subscriptions === null) return inner
  return {
    sendRequest: async (request) => {
      const response = await inner.sendRequest(request)
      const isList = new URL(request.url).pathname === '/subscriptions' && typeof response.bodyAsText === 'string'
      return isList ? { ...response, bodyAsText: ofChosen(response.bodyAsText ?? '', subscriptions) } : response
    },
  }
}
