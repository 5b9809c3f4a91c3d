import 'server-only'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Product = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Loads the framework; it takes a while, so it begins before the sign-in is known. */
export async function loadFramework() {
  const { default: next } = await import('next')
  return next
}

/** Starts the built product in this process, without a server of its own. */
export async function startProduct(
  next: Awaited<ReturnType<typeof loadFramework>>,
  folder: string,
  port: number,
): Promise<Product> {
  // The framework accepts WebSockets on the server that it knows, past every check: it gets one that never listens.
  const httpServer = createServer()
  const application = next({ dev: false, dir: folder, hostname: '127.0.0.1', port, httpServer, quiet: true })
  await application.prepare()
  const handle = application.getRequestHandler()
  return (request, response) => handle(request, response)
}
