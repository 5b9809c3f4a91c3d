import 'server-only'
import { setMaxListeners } from 'node:events'
import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { formatTime } from '@/lib/i18n/format'
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
import { forgetBegun, leftOf, takeUp, type TakenUp } from './begun'
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

const whoOf = ({ person, accounts }: ChosenTool): string => person.username ?? accounts.username ?? person.objectId

/** Takes the bundle into a file; null where the file cannot be written. */
async function take(
  options: BundleOptions,
  chosen: ChosenTool,
  path: string,
  terminal: Terminal,
): Promise<Taken | 'other' | null> {
  const { place } = chosen.accounts
  const { tenantId, objectId } = chosen.person
  const { armEndpoint } = place
  const [who, { subscriptions }] = [whoOf(chosen), options]
  const up: TakenUp = options.resume
    ? await takeUp(path, { tenantId, armEndpoint, who, subscriptions })
    : { kind: 'nothing' }
  if (up.kind === 'other') return 'other'
  const file = await openNew(path)
  if (file === null) return null
  const begun = up.kind === 'begun' ? up.begun : null
  prepareEnvironment({ ...options.local, history: false })
  globalThis.sealwatchLocalDeployment = { ...place, tenantId }
  globalThis.sealwatchIdentity = localIdentity(place.cloud, new LocalSessions(), new ToolTokens(chosen))
  const stopper = new AbortController()
  // Every page that is read at the same time adds a listener.
  setMaxListeners(0, stopper.signal)
  const stop = (): void => stopper.abort()
  process.once('SIGINT', stop)
  const texts = messages[options.local.language].local.bundle
  if (begun !== null) {
    const moment = formatTime(options.local.language, begun.header.takenAt)
    terminal.complain(`${fill(texts.resumed, { moment, count: String(begun.exchanges.length) })}\n`)
  }
  try {
    const taken = await takeBundle(
      {
        caller: callerOf({ cloud: place.cloud, tenantId, objectId }),
        ...{ armEndpoint, who, subscriptions, begun },
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
    // A run that was cut off here has left the beginning of a redacted file; its salt is gone.
    for (const left of leftOf(to)) await rm(left, { force: true })
    const file = bundle.ok ? await openNew(to) : null
    if (!bundle.ok || file === null) return false
    await redactBundle(bundle.value, new BundleWriter(lineHash, file.write))
    await file.keep()
    return true
  } finally {
    await rm(from, { force: true })
  }
}

/** The file with every name and id, which is deleted once its redacted form is written. */
const unredactedOf = ({ file }: BundleOptions): string => `${file}.unredacted`

/** Why nothing is read: the file exists, or a run that was cut off has left lines. Null where the file can be written. */
function obstacleOf(options: BundleOptions): string | null {
  const { file, redact: isRedacted, resume } = options
  const texts = messages[options.local.language].local.bundle
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) return fill(texts.notWritten, { file })
  const left = [...leftOf(file), ...(isRedacted ? leftOf(unredactedOf(options)) : [])]
  return left.length > 0 && !resume ? fill(texts.cutOff, { files: left.join(', ') }) : null
}

async function run(options: BundleOptions, terminal: Terminal): Promise<0 | 1 | 2> {
  const { language } = options.local
  const texts = messages[language].local
  const { print, complain } = terminal
  const obstacle = obstacleOf(options)
  if (obstacle !== null) {
    complain(`${obstacle}\n`)
    return 2
  }
  const { tenantId, cloud } = options.local
  const chosen = await chooseTool({ tools: toolsOf(options.local, texts.terminal, complain), tenantId, cloud })
  if (!chosen.ok) {
    complain(describeFailure(chosen.failure, options.local, texts.terminal))
    return 1
  }
  const path = options.redact ? unredactedOf(options) : options.file
  const taken = await take(options, chosen.value, path, terminal)
  if (taken === 'other') {
    complain(`${fill(texts.bundle.notResumed, { files: leftOf(path).join(', ') })}\n`)
    return 2
  }
  const isWritten = taken !== null && (taken.kind === 'failed' || !options.redact || (await redact(path, options.file)))
  if (!isWritten) {
    complain(`${fill(texts.bundle.notWritten, { file: options.file })}\n`)
    return 2
  }
  if (taken.kind === 'failed') {
    complain(`${fill(texts.bundle.nothing, { code: taken.code })}\n`)
    return 1
  }
  await forgetBegun(path)
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
