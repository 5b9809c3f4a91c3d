import 'server-only'
import { setMaxListeners } from 'node:events'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { messages } from '@/lib/i18n/messages'
import { fill } from '@/lib/i18n/setup/fill'
import { BundleWriter } from '@/lib/setup/bundle/write'
import { prepareEnvironment } from '../environment'
import { callerOf, localIdentity } from '../identity'
import type { Terminal } from '../serve'
import { LocalSessions } from '../sessions'
import { chooseTool, type ChosenTool } from '../tokens/choose'
import { describeFailure } from '../tokens/describe-failure'
import { ToolTokens } from '../tokens/tool-tokens'
import { toolsOf } from '../tokens/tools'
import { lineHash, openLineFile, readBundleFile, type LineFile } from './file'
import { bundleUsage, parseBundle, type BundleOptions } from './options'
import { redactBundle } from './redact'
import { takeBundle, type Taken } from './take'

async function openNew(file: string): Promise<LineFile | null> {
  try {
    return await openLineFile(file)
  } catch {
    return null
  }
}

/** Takes the bundle into a file; null where the file cannot be written. */
async function take(
  options: BundleOptions,
  chosen: ChosenTool,
  path: string,
  terminal: Terminal,
): Promise<Taken | null> {
  const file = await openNew(path)
  if (file === null) return null
  const { place } = chosen.accounts
  const { tenantId, objectId, username } = chosen.person
  prepareEnvironment({ ...options.local, history: false })
  globalThis.sealwatchLocalDeployment = { ...place, tenantId }
  globalThis.sealwatchIdentity = localIdentity(place.cloud, new LocalSessions(), new ToolTokens(chosen))
  const stopper = new AbortController()
  // Every page that is read at the same time adds a listener.
  setMaxListeners(0, stopper.signal)
  const stop = (): void => stopper.abort()
  process.once('SIGINT', stop)
  const texts = messages[options.local.language].local.bundle
  try {
    const taken = await takeBundle(
      {
        caller: callerOf({ cloud: place.cloud, tenantId, objectId }),
        armEndpoint: place.armEndpoint,
        who: username ?? chosen.accounts.username ?? objectId,
        subscriptions: options.subscriptions,
        pages: options.pages,
        also: options.also,
        signal: stopper.signal,
        onPage: (read, wanted) => {
          if (read % 100 === 0)
            terminal.complain(`${fill(texts.pages, { read: String(read), wanted: String(wanted) })}\n`)
        },
      },
      new BundleWriter(lineHash, file.write),
    )
    if (taken.kind === 'failed') await file.discard()
    else await file.keep()
    return taken
  } catch (error) {
    await file.discard()
    throw error
  } finally {
    process.off('SIGINT', stop)
  }
}

/** Replaces the file at `from`, which is deleted, by its redacted form at `to`. */
async function redact(from: string, to: string): Promise<boolean> {
  try {
    const bundle = await readBundleFile(from)
    const file = bundle.ok ? await openNew(to) : null
    if (!bundle.ok || file === null) return false
    await redactBundle(bundle.value, new BundleWriter(lineHash, file.write))
    await file.keep()
    return true
  } finally {
    await rm(from, { force: true })
  }
}

async function run(options: BundleOptions, terminal: Terminal): Promise<0 | 1 | 2> {
  const { language } = options.local
  const texts = messages[language].local
  const { print, complain } = terminal
  if (existsSync(options.file)) {
    complain(`${fill(texts.bundle.notWritten, { file: options.file })}\n`)
    return 2
  }
  const { tenantId, cloud } = options.local
  const chosen = await chooseTool({ tools: toolsOf(options.local, texts.terminal, complain), tenantId, cloud })
  if (!chosen.ok) {
    complain(describeFailure(chosen.failure, options.local, texts.terminal))
    return 1
  }
  const path = options.redact ? `${options.file}.unredacted` : options.file
  const taken = await take(options, chosen.value, path, terminal)
  const isWritten = taken !== null && (taken.kind === 'failed' || !options.redact || (await redact(path, options.file)))
  if (!isWritten) {
    complain(`${fill(texts.bundle.notWritten, { file: options.file })}\n`)
    return 2
  }
  if (taken.kind === 'failed') {
    complain(`${fill(texts.bundle.nothing, { code: taken.code })}\n`)
    return 1
  }
  const numbers = { file: options.file, vms: String(taken.vms), pages: String(taken.pages), gaps: String(taken.gaps) }
  print(`${fill(taken.complete ? texts.bundle.taken : texts.bundle.takenPartly, numbers)}\n`)
  if (options.redact) print(`${texts.bundle.review}\n`)
  return taken.complete ? 0 : 1
}

/** Runs `bundle` and returns its exit code. */
export async function runBundle(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const parsed = parseBundle(args)
  if (parsed.kind === 'help') {
    terminal.print(bundleUsage)
    return 0
  }
  if (parsed.kind === 'usage') {
    terminal.complain(`${parsed.wrong}\n\n${bundleUsage}`)
    return 2
  }
  return run(parsed.options, terminal)
}
