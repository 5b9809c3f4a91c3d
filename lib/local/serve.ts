import 'server-only'
import { createInterface } from 'node:readline'
import type { LocalDeployment } from '@/lib/config/local-deployment'
import type { LocalState } from '@/lib/contract/local-session'
import { fill } from '@/lib/i18n/setup/fill'
import { localIdentity } from './identity'
import { canOpenBrowser, openWithKey } from './open-browser'
import { startProduct, type loadFramework, type Product } from './product'
import { LocalServer, openAddress } from './server'
import { LocalSessions } from './sessions'
import type { ToolTokens } from './tokens/tool-tokens'
import type { TerminalTexts } from './tokens/tools'

/** How a program for one person prints. */
export interface Terminal {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
}

export interface Serving {
  readonly terminal: Terminal
  /** Folder with the built product. */
  readonly folder: string
  readonly framework: Awaited<ReturnType<typeof loadFramework>>
  readonly port: number
  /** Whether a browser may be opened. */
  readonly open: boolean
  readonly deployment: LocalDeployment
  readonly tokens: ToolTokens
  readonly state: (tenantId: string) => LocalState
  /** What is shown and for whom, printed before the address. */
  readonly about: readonly string[]
  readonly texts: TerminalTexts
}

/** Serves one person until the process ends. The environment must be prepared. */
export async function serveLocal(serving: Serving): Promise<void> {
  const { terminal, folder, framework, open, deployment, tokens, state, about, texts } = serving
  const { print, complain } = terminal
  const sessions = new LocalSessions()
  globalThis.sealwatchLocalDeployment = deployment
  globalThis.sealwatchIdentity = localIdentity(deployment.cloud, sessions, tokens)
  let product: Product = () => Promise.reject(new Error('not started'))
  const server = new LocalServer({
    sessions,
    product: (request, response) => product(request, response),
    onWithdrawn: () => complain(`${texts.withdrawn}\n`),
    state,
  })
  const port = await server.listen(serving.port)
  product = await startProduct(framework, folder, { hostname: '127.0.0.1', port })
  const address = openAddress(port, sessions.newKey())
  print(`\n${about.map((line) => `  ${line}\n`).join('')}\n`)
  print(`  ${fill(texts.address, { address })}\n\n  ${texts.once}\n`)
  const opens = open && canOpenBrowser(process.platform, process.env)
  if (!opens || !(await openWithKey(address))) print(`  ${texts.notOpened}\n`)
  const showAnother = (): void => print(`  ${fill(texts.address, { address: openAddress(port, sessions.newKey()) })}\n`)
  createInterface({ input: process.stdin }).on('line', showAnother)
}
