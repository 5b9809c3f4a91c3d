import 'server-only'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import * as z from 'zod'

export type Product = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const builtSchema = z.object({ config: z.looseObject({}) })

/** Loads the framework; it takes a while, so it begins before the sign-in is known. */
export async function loadFramework() {
  const { default: next } = await import('next')
  return next
}

/** Starts the built product in this process, without a server of its own. */
export async function startProduct(
  next: Awaited<ReturnType<typeof loadFramework>>,
  folder: string,
  place: { readonly hostname: string; readonly port: number },
): Promise<Product> {
  if (globalThis.sealwatchIsPackage === true) {
    // The package has no source of the configuration: the framework takes the one of the build from this variable, as
    // the server that its build writes does.
    const built = readFileSync(join(folder, '.next', 'required-server-files.json'), 'utf8')
    process.env['__NEXT_PRIVATE_STANDALONE_CONFIG'] = JSON.stringify(builtSchema.parse(JSON.parse(built)).config)
  }
  // The framework accepts WebSockets on the server that it knows, past every check: it gets one that never listens.
  const httpServer = createServer()
  const application = next({ dev: false, dir: folder, ...place, httpServer, quiet: true })
  await application.prepare()
  const handle = application.getRequestHandler()
  return (request, response) => handle(request, response)
}
