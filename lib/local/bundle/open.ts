import 'server-only'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { typed } from '@/lib/cli/command-line'
import { cloudHosts } from '@/lib/config/clouds'
import { messages } from '@/lib/i18n/messages'
import { formatTime } from '@/lib/i18n/format'
import { fill } from '@/lib/i18n/setup/fill'
import type { Bundle } from '@/lib/setup/bundle/read'
import { ok } from '@/lib/shared/result'
import { prepareEnvironment } from '../environment'
import { parseLocal, type LocalOptions } from '../options'
import { loadFramework } from '../product'
import type { LocalProgram } from '../program'
import { serveLocal } from '../serve'
import type { ChosenTool } from '../tokens/choose'
import { ToolTokens } from '../tokens/tool-tokens'
import { readBundleFile } from './file'
import { fileToken } from './identity'
import { replayTransport } from './replay'
import { stateOf } from './state'

const openUsage = `Usage: ${typed('open')} FILE [--no-browser] [--port N] [--language en|ja]

Shows a file of ${typed('bundle')} on this machine. Nothing is read from Azure: what the file does not contain is shown as
not read, with the code NotInThisFile. Every age counts from the moment at which the file was taken.

Exit code: 0 ended, 1 the file is refused (the terminal says why), 2 wrong arguments.
`

type ParsedOpen =
  | { readonly kind: 'run'; readonly file: string; readonly options: LocalOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'usage'; readonly wrong: string }

function parseOpen(args: readonly string[]): ParsedOpen {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '0' },
        'no-browser': { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    const [file, second] = positionals
    if (file === undefined) return { kind: 'usage', wrong: 'FILE is missing' }
    if (second !== undefined) return { kind: 'usage', wrong: `${second}: only one FILE is taken` }
    const rest = ['--port', values.port, '--language', values.language, '--no-history']
    const local = parseLocal(values['no-browser'] ? [...rest, '--no-browser'] : rest)
    return local.kind === 'run' ? { kind: 'run', file, options: local.options } : local
  } catch (error) {
    return { kind: 'usage', wrong: error instanceof Error ? error.message : String(error) }
  }
}

/** The account that the file names. Its token opens nothing: no request leaves the program. */
function readerOf({ header }: Bundle): ChosenTool {
  const username = header.who ?? ''
  const place = {
    cloud: header.cloud,
    authorityHost: cloudHosts[header.cloud].authorityHost,
    armEndpoint: header.armEndpoint,
  }
  const { tenantId } = header
  return {
    tool: {
      name: 'file',
      accounts: () => Promise.resolve(ok({ place, tenants: [tenantId], username })),
      token: () => Promise.resolve(ok(fileToken)),
      command: () => '',
    },
    accounts: { place, tenants: [tenantId], username },
    token: fileToken,
    person: { tenantId, objectId: tenantId, name: null, username, expiresAt: fileToken.expiresAt },
  }
}

async function serve(program: LocalProgram, options: LocalOptions, file: string, bundle: Bundle): Promise<void> {
  const { header, manifest } = bundle
  const texts = messages[options.language].local
  prepareEnvironment({ ...options, history: false })
  globalThis.sealwatchTransport = replayTransport(bundle)
  globalThis.sealwatchMoment = Date.parse(header.takenAt)
  const chosen = readerOf(bundle)
  const { tenantId } = header
  const moment = formatTime(options.language, header.takenAt)
  const state = stateOf(bundle, basename(file), header.who ?? texts.bundle.hidden)
  await serveLocal({
    terminal: program,
    folder: program.folder,
    framework: await loadFramework(),
    port: options.port,
    open: options.open,
    deployment: { ...chosen.accounts.place, tenantId },
    tokens: new ToolTokens(chosen),
    state: () => state,
    about: [
      fill(texts.bundle.shows, { file: state.file.name, moment, vms: String(manifest.vms) }),
      fill(manifest.complete ? texts.bundle.whole : texts.bundle.notWhole, { count: String(state.file.notRead) }),
      ...(header.subscriptions === null ? [] : [fill(texts.bundle.chosen, { ids: header.subscriptions.join(', ') })]),
      texts.bundle.nothingSent,
    ],
    texts: texts.terminal,
  })
}

const isBuilt = (): Promise<number> => Promise.resolve(0)

/**
 * Shows a bundle on this machine.
 * @param build builds the pages where that takes minutes: called once the arguments and the file are right; returns an exit
 * code
 * @returns the exit code, or null while the server runs
 */
export async function runOpen(program: LocalProgram, build = isBuilt): Promise<number | null> {
  const parsed = parseOpen(program.args)
  if (parsed.kind === 'help') {
    program.print(openUsage)
    return 0
  }
  if (parsed.kind === 'usage') {
    program.complain(`${parsed.wrong}\n\n${openUsage}`)
    return 2
  }
  const read = await readBundleFile(parsed.file)
  if (!read.ok) {
    const texts = messages[parsed.options.language].local.bundle
    program.complain(`${fill(texts.refused[read.failure.code], { file: parsed.file })}\n`)
    return 1
  }
  const built = await build()
  if (built !== 0) return built
  await serve(program, parsed.options, parsed.file, read.value)
  return null
}
