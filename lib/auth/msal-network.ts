import 'server-only'
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { authorityFetch, type AuthorityRequest } from './authority-fetch'

async function send<T>(url: string, request: AuthorityRequest): Promise<NetworkResponse<T>> {
  const answer = await authorityFetch(url, request)
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- MSAL asks for any type it likes and checks the fields itself
  return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.text) }
}

/**
 * Sends MSAL's requests to Entra with a time limit, a size limit and no redirects; MSAL's own client has no such
 * limits.
 */
export const msalNetwork: INetworkModule = {
  sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> =>
    send<T>(url, { method: 'GET', headers: options?.headers ?? {} }),
  sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> =>
    send<T>(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body }),
}
