import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'

/** A proxy for https that logs each host to which it was asked to connect. */
export interface ConnectProxy {
  readonly address: string
  /** `host:port` of each CONNECT, in order. */
  readonly connected: string[]
  /** The status for every CONNECT; 200 connects. */
  status: number
  readonly stop: () => void
}

/**
 * Starts a proxy whose every connection leads to one port of this machine, whichever host was named: a test needs no DNS.
 * @param authorization the value of `Proxy-Authorization` that it requires
 */
export async function startConnectProxy(port: number, authorization?: string): Promise<ConnectProxy> {
  const server: Server = createServer((_request, response) => response.writeHead(405).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: ConnectProxy = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connected: [],
    status: 200,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  server.on('connect', (request, client, head) => {
    proxy.connected.push(request.url ?? '')
    const allowed = authorization === undefined || request.headers['proxy-authorization'] === authorization
    const status = allowed ? proxy.status : 407
    client.on('error', () => undefined)
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 2\r\n\r\n{}`)
      return
    }
    const host = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n')
      host.write(head)
      host.pipe(client).pipe(host)
    })
    host.on('error', () => client.destroy())
  })
  return proxy
}
