import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { methods } from '@/lib/openapi/types'
import { routes, type Route } from './routes'

/** The route that a path belongs to, and its parameters as written in the path. */
function routeOf(served: readonly Route[], pathname: string): readonly [Route, Record<string, string>] | null {
  const asked = pathname.split('/')
  for (const route of served) {
    const parts = route.path.split('/')
    if (parts.length !== asked.length) continue
    const params: Record<string, string> = {}
    const fits = parts.every((part, index) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      if (name !== undefined) params[name] = asked[index] ?? ''
      return name !== undefined || part === asked[index]
    })
    if (fits) return [route, params]
  }
  return null
}

async function answer(served: readonly Route[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`)
  const found = routeOf(served, url.pathname)
  const method = methods.find((one) => one.toUpperCase() === incoming.method)
  if (found === null || method === undefined) {
    outgoing.writeHead(404).end()
    return
  }
  const [route, params] = found
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const request = new Request(url, {
    method: method.toUpperCase(),
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  })
  const response = await route.handlers[method](request, { params: Promise.resolve(params) })
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null) outgoing.end()
  else Readable.fromWeb(response.body as ReadableStream).pipe(outgoing)
}

export interface Listening {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Serves the product's routes unchanged over http, for external clients. */
export async function listen(): Promise<Listening> {
  const served = await routes()
  const server = createServer((incoming, outgoing) => {
    answer(served, incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
