import { randomUUID } from 'node:crypto'
import { readEnvironmentFile } from '@/lib/setup/env-file'
import type { Wish } from '@/lib/setup/registrations/changes'
import { secretLabel } from '@/lib/setup/registrations/credential'
import { markOf, type Part, type Registrations } from '@/lib/setup/registrations/graph'
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
import { giveProof, proofOf, textOf, type GivenProof } from './credential'
import { offerEnvironment, variablesOf, type Written } from './environment'
import { recentOf, type Recent } from './recent'
import { lookupsOf, mendRegistrations, type Mended, type Sender } from './registrations'
import { begunSecret, removeOrphans, type Orphans } from './secrets'
import { isShown } from './settle'
import { startTalk, type SetupSurroundings, type Talk } from './talk'

interface Decided {
  readonly origin: string
  readonly credential: CredentialKind
}

/** What was not said on the command line is asked; null where nobody answers with something usable. */
async function decide(wish: SetupArguments, around: SetupSurroundings, talk: Talk): Promise<Decided | null> {
  const asked = async (question: string): Promise<string> => (await around.ask?.(`${question} `))?.trim() ?? ''
  const origin = wish.address ?? dashboardOrigin(await asked(talk.words.askAddress))
  if (origin === null) return null
  const answer = wish.credential ?? (around.ask === null ? 'keep' : (await asked(talk.words.askCredential)) || 'keep')
  const credential = credentialKinds.find((kind) => kind === answer)
  return credential === undefined ? null : { origin, credential }
}

/**
 * Reads the registrations. What the environment file names, or what an interrupted run began, is waited for: a directory
 * shows it late, and a second one would be made.
 */
async function found(needs: Wish, known: KnownIds, sender: Sender): Promise<Read> {
  const { az, graph, talk, recent } = sender
  const lookups = lookupsOf(needs, known['SEALWATCH_API_CLIENT_ID'], known['SEALWATCH_SPA_CLIENT_ID'])
  const parts = ['api', 'page'] as const
  const begun = parts.filter((part) => recent.begun.has(markOf(part, needs.names.page)))
  const expected = parts.filter((part) => lookups[part].by === 'appId' || begun.includes(part))
  const read = await retried(
    talk.patience(talk.words.existing),
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

/** Ids of the file count where it is about the tenant that azure-cli is in. */
function knownIds(file: string, tenantId: string): KnownIds {
  const variables = readEnvironmentFile(textOf(file))
  return variables['SEALWATCH_TENANT']?.toLowerCase() === tenantId ? variables : {}
}

async function arrange(
  wish: SetupArguments,
  decided: Decided,
  who: SignedIn,
  around: SetupSurroundings,
  talk: Talk,
): Promise<0 | 1 | 2> {
  const { az } = around
  const { words } = talk
  const known = knownIds(wish.environmentFile, who.tenantId)
  const needs: Wish = {
    redirectUri: `${decided.origin}/auth/redirect`,
    scopeName: 'access_as_user',
    names: { page: wish.name, api: `${wish.name} API` },
    scopeId: randomUUID(),
  }
  const recent = recentOf(wish.environmentFile, who.tenantId, wish.dryRun)
  const sender: Sender = { az, graph: who.graph, talk, recent }
  const read = await found(needs, known, sender)
  if (!read.ok) {
    around.complain(`${words.failures[read.failure.code].replace('{detail}', read.failure.detail)}\n`)
    return 2
  }
  const now = around.now()
  const secret = known['SEALWATCH_API_CLIENT_SECRET'] ?? null
  const orphans = await removeOrphans(sender, read.value, needs, secret)
  const label = begunSecret(recent) ?? secretLabel(randomUUID())
  const proof = await proofOf(az, who, decided.credential, wish, { known: secret, label, now })
  if (!proof.ok) {
    around.complain(`${words.problems[proof.failure]}\n`)
    return 2
  }
  const mended = await mendRegistrations(sender, orphans.registrations, needs)
  const given = await giveProof(sender, mended.registrations, proof.value)
  const { api, page } = mended.registrations
  const variables = variablesOf(who, mended.registrations, given)
  const file =
    api === null || page === null ? 'declined' : await offerEnvironment(wish.environmentFile, variables, talk)
  const shown = await isShown(sender, { needs, mended, proof: proof.value, given })
  const code = tell(wish, decided, who, { orphans, mended, given, file }, talk)
  if (code === 0 && shown) recent.end()
  return code
}

interface Outcome {
  readonly orphans: Orphans
  readonly mended: Mended
  readonly given: GivenProof
  readonly file: Written
}

/** @param nothing nothing was changed */
function endOf(whole: boolean, nothing: boolean): 'nothing' | 'done' | 'partly' {
  if (!whole) return 'partly'
  return nothing ? 'nothing' : 'done'
}

/** Says what was done and what is left, and gives the exit code. */
function tell(wish: SetupArguments, decided: Decided, who: SignedIn, outcome: Outcome, talk: Talk): 0 | 1 {
  const { words } = talk
  const { orphans, mended, given, file } = outcome
  for (const fault of mended.left) talk.say(`\n${words.left}`, { what: words.steps[fault].title })
  for (const label of orphans.left) talk.say(`\n${words.orphanLeft}`, { label })
  if (mended.left.includes('api-arm-consent')) {
    const client = mended.registrations.api?.appId ?? ''
    talk.say(words.askAdministrator, { url: `${who.authorityHost}/${who.tenantId}/adminconsent?client_id=${client}` })
  }
  const whole = mended.left.length + orphans.left.length === 0 && given.done && file !== 'declined'
  const nothing = mended.changes + orphans.removed === 0 && !given.changed && file === 'same'
  const end = endOf(whole, nothing)
  talk.say(`\n${wish.dryRun && end !== 'nothing' ? words.dryRunEnd : words[end]}`, {
    address: decided.origin,
    file: wish.environmentFile,
  })
  return whole ? 0 : 1
}

async function set(wish: SetupArguments, around: SetupSurroundings): Promise<0 | 1 | 2> {
  const talk = startTalk(around, wish)
  const { words } = talk
  if (around.ask === null && !wish.yes && !wish.dryRun) {
    around.complain(`${words.nobody}\n`)
    return 2
  }
  const who = await signedIn(around.az)
  if (!who.ok) {
    around.complain(`${words.failures[who.failure.code].replace('{detail}', who.failure.detail)}\n`)
    return 2
  }
  const { tenantId, user, cloud, authorityHost } = who.value
  talk.say(words.intro, { tenant: tenantId, user, cloud: cloud ?? authorityHost })
  if (wish.cloud !== null && wish.cloud !== cloud) {
    around.complain(`${words.otherCloud.replace('{cloud}', wish.cloud)}\n`)
    return 2
  }
  const decided = await decide(wish, around, talk)
  if (decided !== null) return arrange(wish, decided, who.value, around, talk)
  around.complain(setupUsage)
  return 2
}

/** Runs `setup:azure` and gives its exit code. */
export async function runSetup(args: readonly string[], around: SetupSurroundings): Promise<0 | 1 | 2> {
  const parsed = parseSetup(args)
  switch (parsed.kind) {
    case 'help':
      around.print(setupUsage)
      return 0
    case 'usage':
      around.complain(setupUsage)
      return 2
    case 'run':
      return set(parsed.arguments, around)
  }
}
