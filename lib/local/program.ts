import 'server-only'
import { messages } from '@/lib/i18n/messages'
import { fill } from '@/lib/i18n/setup/fill'
import { historyConfig } from '@/lib/config/history-config'
import { endsWithShutdown, shutdownSignal } from '@/lib/usecases/shutdown'
import { collectHere } from './collect'
import { canKeepHistory, prepareEnvironment } from './environment'
import { localUsage, parseLocal, type LocalOptions } from './options'
import { loadFramework } from './product'
import { serveLocal, type Terminal } from './serve'
import { chooseTool, type ChosenTool } from './tokens/choose'
import { describeFailure } from './tokens/describe-failure'
import { ToolTokens } from './tokens/tool-tokens'
import { toolsOf, type TerminalTexts } from './tokens/tools'

export interface LocalProgram extends Terminal {
  readonly args: readonly string[]
  /** Folder with the built product. */
  readonly folder: string
}

/** What is said about the reading in the background; nothing where it was not asked for. */
function aboutCollecting({ collect }: LocalOptions, hasHistory: boolean, texts: TerminalTexts): readonly string[] {
  if (!collect) return []
  if (!hasHistory) return [texts.collectsNothing]
  const { movingMs, quietMs } = historyConfig().polling
  return [fill(texts.collects, { moving: String(movingMs / 1000), quiet: String(quietMs / 1000) })]
}

/** Serves the Azure of one person until the process ends. */
async function serve(
  program: LocalProgram,
  options: LocalOptions,
  chosen: ChosenTool,
  framework: Awaited<ReturnType<typeof loadFramework>>,
): Promise<void> {
  const { local } = messages[options.language]
  const texts = local.terminal
  const history = options.history && (await canKeepHistory())
  const data = prepareEnvironment({ ...options, history })
  const tokens = new ToolTokens(chosen)
  const { tenantId } = chosen.person
  const user = chosen.person.username ?? chosen.accounts.username ?? chosen.person.objectId
  const without = options.history ? texts.noDriver : texts.noHistory
  await serveLocal({
    terminal: program,
    folder: program.folder,
    framework,
    port: options.port,
    open: options.open,
    deployment: { ...chosen.accounts.place, tenantId },
    tokens,
    state: (shown) => {
      const person = tokens.person(shown) ?? chosen.person
      const username = person.username ?? chosen.accounts.username ?? person.objectId
      return {
        tool: chosen.tool.name,
        account: { name: person.name, username },
        tenantId: shown,
        tenants: [...tokens.tenants],
        command: tokens.command(shown),
        file: null,
      }
    },
    about: [
      fill(texts.signedIn, { user, tenant: tenantId, tool: local.account.tool[chosen.tool.name] }),
      texts.ownRights,
      data === null ? without : fill(texts.history, { folder: data }),
      ...aboutCollecting(options, history, texts),
    ],
    texts,
  })
  if (!options.collect || !history) return
  const person = { ...chosen.person, cloud: chosen.accounts.place.cloud }
  const { complain } = program
  endsWithShutdown(collectHere({ person, tokens, texts, complain, signal: shutdownSignal() }))
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
