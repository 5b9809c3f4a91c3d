import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream'

export interface Balancer {
  readonly origin: string
  /** How many answers came from each server. */
  readonly answered: ReadonlyMap<string, number>
  readonly stop: () => void
}

/**
 * Sends each request to the next server, and what is not answered, or a GET that is answered 503, to another one: as
 * `infra/proxy/haproxy.cfg` does.
 * @param origins of the servers; may change at any time
 */
export async function startBalancer(origins: readonly string[]): Promise<Balancer> {
  const answered = new Map<string, number>()
  const sendOn = (
    asked: IncomingMessage,
    answer: ServerResponse,
    body: Buffer,
    [origin, ...others]: string[],
  ): void => {
    if (origin === undefined) {
      answer.writeHead(503).end()
      return
    }
    const { method, headers, url = '/' } = asked
    const onward = request(new URL(url, origin), { method, headers }, (response) => {
      if (response.statusCode === 503 && method === 'GET' && others.length > 0) {
        response.resume()
        sendOn(asked, answer, body, others)
        return
      }
      answered.set(origin, (answered.get(origin) ?? 0) + 1)
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders)
      // An answer that breaks off breaks off here too.
      pipeline(response, answer, () => undefined)
    })
    onward.once('error', () => {
      if (answer.headersSent) answer.destroy()
      else sendOn(asked, answer, body, others)
    })
    onward.end(body)
  }
  let turn = 0
  const server = createServer((asked, answer) => {
    turn += 1
    const first = turn % origins.length
    const inTurn = [...origins.slice(first), ...origins.slice(0, first)]
    void buffer(asked).then((body) => sendOn(asked, answer, body, inTurn))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
