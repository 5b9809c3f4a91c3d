import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface Order {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Fields of a form: sent as `application/x-www-form-urlencoded`, by `POST`. */
  readonly form?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  readonly ca?: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The body as JSON. */
  readonly json: any
}

/** A bare request without redirects, retries or trust other than `ca`. Rejects where the connection breaks. */
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
          get json() {
            return JSON.parse(text)
          },
        })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
