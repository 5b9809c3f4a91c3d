import { randomUUID } from 'node:crypto'
import { readEnvironmentFile } from '@/lib/setup/env-file'
import type { WantedRegistration } from '@/lib/setup/registrations/changes'
import { secretLabel } from '@/lib/setup/registrations/credential'
import { markOf, type Part, type Registrations } from '@/lib/setup/registrations/graph'
import { fill } from '@/lib/i18n/setup/fill'
import { setupWords } from '@/lib/i18n/setup/load'
import { forTerminal } from '@/lib/shared/terminal-text'
import { readRegistrations, signedIn, type SignedIn } from '../azure/directory'
import { retried } from '../azure/patience'
import {
  credentialKinds,
  dashboardOrigin,
  parseSetup,
  setupUsage,
  type CredentialKind,
  type SetupArguments,
} from './arguments'
import { giveProof, proofOf } from './credential'
import { offerEnvironment, variablesOf } from './environment'
import { fileErrorCode, textOf, whyUnwritable } from '@/lib/config/own-file'
import { recentOf, type Recent } from './recent'
import { lookupsOf, repairRegistrations, type Sender } from './registrations'
import { printResult } from './result'
import { begunSecret, removeOrphans, withoutLostSecret } from './secrets'
import { isShown } from './settle'
import { answerTo, openConsole, type SetupIo, type Console } from './console'

interface Decided {
  readonly origin: string
  readonly credential: CredentialKind
}

const credentialOf = (answer: string): CredentialKind | null =>
  credentialKinds.find((kind) => kind === (answer === '' ? 'keep' : answer.toLowerCase())) ?? null

/** Prompts for what the command line omits; null where no usable answer is given. */
async function decide(options: SetupArguments, io: SetupIo, { words }: Console): Promise<Decided | null> {
  const noAddress = (answer: string): string => fill(words.notAnAddress, { answer })
  const origin = options.address ?? (await answerTo(io, words.askAddress, noAddress, dashboardOrigin))
  if (origin === null) return null
  if (options.credential !== null || io.ask === null) return { origin, credential: options.credential ?? 'keep' }
  const noChoice = (answer: string): string => fill(words.notAChoice, { answer, choices: credentialKinds.join(', ') })
  const credential = await answerTo(io, words.askCredential, noChoice, credentialOf)
  return credential === null ? null : { origin, credential }
}

/**
 * Reads the registrations. Objects that the environment file names, or that an interrupted run began, are waited for: a
 * directory shows them late, and otherwise setup would create them twice.
 */
async function found(needs: WantedRegistration, known: KnownIds, sender: Sender): Promise<Read> {
  const { az, graph, console, recent } = sender
  const lookups = lookupsOf(needs, known['SEALWATCH_API_CLIENT_ID'], known['SEALWATCH_SPA_CLIENT_ID'])
  const parts = ['api', 'page'] as const
  const begun = parts.filter((part) => recent.begun.has(markOf(part, needs.names.page)))
  const expected = parts.filter((part) => lookups[part].by === 'appId' || begun.includes(part))
  const read = await retried(
    console.patience(console.words.existing),
    () => readRegistrations(az, graph, lookups),
    (answer) => {
      if (answer.ok) return expected.some((part) => answer.value[part] === null)
      return expected.length > 0 && answer.failure.status === 404
    },
  )
  if (read.ok) for (const part of begun) rememberIds(recent, read.value, part)
  return read
}

type Read = Awaited<ReturnType<typeof readRegistrations>>

function rememberIds({ ids }: Recent, all: Registrations, part: Part): void {
  const principal = part === 'api' ? all.apiPrincipal : all.pagePrincipal
  for (const made of [all[part], principal]) if (made !== null) ids.add(made.id).add(made.appId)
}

/** Variables of the environment file, by name. */
type KnownIds = Readonly<Record<string, string>>

/** Ids of the file count where the file belongs to the tenant that azure-cli is signed in to. */
function knownIds(file: string, tenantId: string): KnownIds {
  const variables = readEnvironmentFile(textOf(file))
  return variables['SEALWATCH_TENANT']?.toLowerCase() === tenantId ? variables : {}
}

async function arrange(
  options: SetupArguments,
  decided: Decided,
  who: SignedIn,
  io: SetupIo,
  console: Console,
): Promise<0 | 1 | 2> {
  const { az } = io
  const { words } = console
  const known = knownIds(options.environmentFile, who.tenantId)
  const needs: WantedRegistration = {
    redirectUri: `${decided.origin}/auth/redirect`,
    scopeName: 'access_as_user',
    names: { page: options.name, api: `${options.name} API` },
    scopeId: randomUUID(),
  }
  const recent = recentOf(options.environmentFile, who.tenantId, options.dryRun)
  const sender: Sender = { az, graph: who.graph, console, recent }
  const read = await found(needs, known, sender)
  if (!read.ok) {
    io.complain(`${words.failures[read.failure.code].replace('{detail}', read.failure.detail)}\n`)
    return 2
  }
  const now = io.now()
  const secret = known['SEALWATCH_API_CLIENT_SECRET'] ?? null
  const orphans = await removeOrphans(sender, read.value, needs, secret)
  const label = begunSecret(recent) ?? secretLabel(randomUUID())
  const proof = await proofOf(az, who, decided.credential, options, { known: secret, label, now })
  if (!proof.ok) {
    io.complain(`${words.problems[proof.failure]}\n`)
    return 2
  }
  const repaired = await repairRegistrations(sender, orphans.registrations, needs)
  const given = await giveProof(sender, repaired.registrations, proof.value)
  const { api, page } = repaired.registrations
  const variables = variablesOf(who, repaired.registrations, given)
  const environment =
    api === null || page === null
      ? { file: 'declined' as const, proofs: 0 }
      : await offerEnvironment(options.environmentFile, variables, console)
  const outcome = await withoutLostSecret(sender, needs, secret, { orphans, repaired, given, ...environment })
  const shown = await isShown(sender, { needs, repaired: outcome.repaired, proof: proof.value, given: outcome.given })
  const code = printResult(options, decided.origin, who, outcome, console)
  if (code === 0 && shown) recent.end()
  return code
}

async function setUp(options: SetupArguments, io: SetupIo): Promise<0 | 1 | 2> {
  const console = openConsole(io, options)
  const { words } = console
  if (io.ask === null && !options.yes && !options.dryRun) {
    io.complain(`${words.none}\n`)
    return 2
  }
  const unwritable = options.dryRun ? null : whyUnwritable(options.environmentFile)
  if (unwritable !== null) {
    io.complain(`${fill(words.fileRefused, { file: options.environmentFile, code: unwritable })}\n`)
    return 2
  }
  const who = await signedIn(io.az)
  if (!who.ok) {
    io.complain(`${words.failures[who.failure.code].replace('{detail}', who.failure.detail)}\n`)
    return 2
  }
  const { tenantId, user, cloud, authorityHost } = who.value
  console.say(words.intro, { tenant: tenantId, user, cloud: cloud ?? authorityHost })
  if (options.cloud !== null && options.cloud !== cloud) {
    io.complain(`${words.otherCloud.replace('{cloud}', options.cloud)}\n`)
    return 2
  }
  const decided = await decide(options, io, console)
  if (decided !== null) return arrange(options, decided, who.value, io, console)
  io.complain(setupUsage)
  return 2
}

/** A file that cannot be read or written while setup runs ends it with a sentence; the next run continues. */
async function setUpWithFile(options: SetupArguments, io: SetupIo): Promise<0 | 1 | 2> {
  try {
    return await setUp(options, io)
  } catch (error) {
    const code = fileErrorCode(error)
    if (code === null) throw error
    const { unwritable, partly } = setupWords(options.language)
    io.complain(`${fill(unwritable, { file: options.environmentFile, code })}\n${partly}\n`)
    return 1
  }
}

/** Runs `setup:azure` and returns its exit code. */
export async function runSetup(args: readonly string[], given: SetupIo): Promise<0 | 1 | 2> {
  const io = forTerminal(given)
  const parsed = parseSetup(args)
  switch (parsed.kind) {
    case 'help':
      io.print(setupUsage)
      return 0
    case 'usage':
      io.complain(`${parsed.wrong}\n\n${setupUsage}`)
      return 2
    case 'run':
      return setUpWithFile(parsed.arguments, io)
  }
}
