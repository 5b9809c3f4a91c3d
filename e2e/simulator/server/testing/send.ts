import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { JWK } from 'jose'

export interface Order {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Fields of a form: sent as `application/x-www-form-urlencoded`, by `POST`. */
  readonly form?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  readonly ca?: string
}

/** Any parsed body, for tests that access members without checks. */
export interface Body {
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
  readonly token_type: string
  readonly scope: string
  readonly client_info: string
  readonly claims: string
  readonly expires_in: number
  readonly refresh_token_expires_in: number
  /** OAuth: a text. ARM: an object. */
  readonly error: string & { readonly code: string; readonly message: string }
  readonly error_codes: readonly number[]
  readonly error_description: string
  readonly issuer: string
  readonly keys: JWK[]
  readonly resourceManager: string
  readonly authentication: { readonly audiences: readonly string[] }
  readonly power: string
  readonly osType: string
  readonly value: readonly Body[]
  readonly data: readonly Body[]
  readonly nextLink: string | undefined
  readonly $skipToken: string
  readonly name: string
  readonly resources: readonly Body[] | undefined
  readonly properties: Body
  readonly type: string
  readonly typeHandlerVersion: string
  readonly instanceView: { readonly disks: readonly Body[]; readonly extensions: readonly Body[] }
  readonly encryptionSettings: readonly Body[] | undefined
  readonly substatuses: readonly Body[]
  readonly message: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The body as JSON. */
  readonly json: Body
}

/** A plain request without redirects, retries or trust other than `ca`. Rejects if the connection breaks. */
export function send(address: string, order: Order = {}): Promise<Answer> {
  const body = order.form === undefined ? order.body : new URLSearchParams(order.form).toString()
  const type = order.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const method = order.method ?? (order.form === undefined ? 'GET' : 'POST')
  const options = {
    method,
    headers: { ...type, ...length, ...order.headers },
    signal: order.signal,
    ca: order.ca,
    agent: false as const,
  }
  return new Promise((resolve, reject) => {
    const sent = (address.startsWith('https:') ? httpsRequest : httpRequest)(address, options, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text,
          get json(): Body {
            return JSON.parse(text)
          },
        })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
