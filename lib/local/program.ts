import 'server-only'
import { createInterface } from 'node:readline'
import { runAz } from '@/lib/cli/azure/run-az'
import { messages } from '@/lib/i18n/messages'
import { fill } from '@/lib/i18n/setup/fill'
import { canKeepHistory, prepareEnvironment } from './environment'
import { localIdentity } from './identity'
import { canOpenBrowser, openBrowser, openWithKey } from './open-browser'
import { localUsage, parseLocal, type LocalOptions } from './options'
import { loadFramework, startProduct, type Product } from './product'
import { LocalServer, openAddress } from './server'
import { LocalSessions } from './sessions'
import { azureCliTool } from './tokens/azure-cli'
import { chooseTool, type ChosenTool } from './tokens/choose'
import { describeFailure } from './tokens/describe-failure'
import { ownSignIn } from './tokens/own-sign-in'
import { powerShellTool } from './tokens/powershell'
import type { TokenTool } from './tokens/tool'
import { ToolTokens } from './tokens/tool-tokens'

export interface LocalProgram {
  readonly args: readonly string[]
  /** Folder with the built product. */
  readonly folder: string
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
}

type Texts = (typeof messages)['en']['local']['terminal']

function toolsOf({ credential, open }: LocalOptions, texts: Texts, print: LocalProgram['print']): readonly TokenTool[] {
  const prompt = {
    showCode: ({ code, address }: { readonly code: string; readonly address: string }) =>
      print(`${fill(texts.code, { code, address })}\n`),
    openBrowser: async (address: string) => {
      print(`${texts.withBrowser}\n`)
      await openBrowser(address)
    },
  }
  const powerShell = async () => {
    const { AzurePowerShellCredential } = await import('@azure/identity')
    return new AzurePowerShellCredential({ additionallyAllowedTenants: ['*'] })
  }
  const tools = [
    azureCliTool(runAz()),
    powerShellTool(powerShell),
    ownSignIn('browser', prompt),
    ownSignIn('device-code', prompt),
  ]
  if (credential !== null) return tools.filter(({ name }) => name === credential)
  const last = open && canOpenBrowser(process.platform, process.env) ? 'browser' : 'device-code'
  return tools.filter(({ name }) => (name !== 'browser' && name !== 'device-code' ? true : name === last))
}

/** Serves one person until the process ends. */
async function serve(
  { folder, print, complain }: LocalProgram,
  options: LocalOptions,
  chosen: ChosenTool,
  framework: Awaited<ReturnType<typeof loadFramework>>,
): Promise<void> {
  const { local } = messages[options.language]
  const texts = local.terminal
  const history = options.history && (await canKeepHistory())
  const data = prepareEnvironment({ ...options, history })
  const { place } = chosen.accounts
  const sessions = new LocalSessions()
  const tokens = new ToolTokens(chosen)
  globalThis.sealwatchLocalDeployment = { ...place, tenantId: chosen.person.tenantId }
  globalThis.sealwatchIdentity = localIdentity(place.cloud, sessions, tokens)
  let product: Product = () => Promise.reject(new Error('not started'))
  const server = new LocalServer({
    sessions,
    product: (request, response) => product(request, response),
    onWithdrawn: () => complain(`${texts.withdrawn}\n`),
    state: (tenantId) => {
      const person = tokens.person(tenantId) ?? chosen.person
      const username = person.username ?? chosen.accounts.username ?? person.objectId
      const account = { name: person.name, username }
      const command = tokens.command(tenantId)
      return { tool: chosen.tool.name, account, tenantId, tenants: [...tokens.tenants], command }
    },
  })
  const port = await server.listen(options.port)
  product = await startProduct(framework, folder, { hostname: '127.0.0.1', port })
  const user = chosen.person.username ?? chosen.accounts.username ?? chosen.person.objectId
  const signedIn = { user, tenant: chosen.person.tenantId, tool: local.account.tool[chosen.tool.name] }
  const address = openAddress(port, sessions.newKey())
  const without = options.history ? texts.noDriver : texts.noHistory
  const kept = data === null ? without : fill(texts.history, { folder: data })
  print(`\n  ${fill(texts.signedIn, signedIn)}\n  ${texts.ownRights}\n  ${kept}\n\n`)
  print(`  ${fill(texts.address, { address })}\n\n  ${texts.once}\n`)
  const opens = options.open && canOpenBrowser(process.platform, process.env)
  if (!opens || !(await openWithKey(address))) print(`  ${texts.notOpened}\n`)
  const showAnother = (): void => print(`  ${fill(texts.address, { address: openAddress(port, sessions.newKey()) })}\n`)
  createInterface({ input: process.stdin }).on('line', showAnother)
}

/**
 * Shows one person's Azure with their own rights, on this machine.
 * @returns the exit code, or null while the server runs
 */
export async function runLocal(program: LocalProgram): Promise<number | null> {
  const parsed = parseLocal(program.args)
  if (parsed.kind === 'help') {
    program.print(localUsage)
    return 0
  }
  if (parsed.kind === 'usage') {
    program.complain(`${parsed.wrong}\n\n${localUsage}`)
    return 2
  }
  const { options } = parsed
  const texts = messages[options.language].local.terminal
  const framework = loadFramework()
  const chosen = await chooseTool({
    tools: toolsOf(options, texts, program.print),
    tenantId: options.tenantId,
    cloud: options.cloud,
  })
  if (!chosen.ok) {
    program.complain(describeFailure(chosen.failure, options, texts))
    return 1
  }
  await serve(program, options, chosen.value, await framework)
  return null
}
