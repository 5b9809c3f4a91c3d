import type { WantedRegistration } from '@/lib/setup/registrations/changes'
import { isSecretLabel, orphanSecrets, secretRemoval, secretsNamed } from '@/lib/setup/registrations/credential'
import type { Application, Registrations } from '@/lib/setup/registrations/graph'
import { readRegistrations } from '../azure/directory'
import { retried } from '../azure/patience'
import type { GivenProof } from './credential'
import type { EnvironmentResult } from './environment'
import { offer } from './offer'
import type { Recent } from './recent'
import { lookupsOf, type Repaired, type Sender } from './registrations'

/** What happened to the secrets that this run or an interrupted one created and no file contains. */
export interface Orphans {
  /** The directory without them. */
  readonly registrations: Registrations
  readonly removed: number
  /** Names of the remaining ones. */
  readonly left: readonly string[]
}

type Lookups = Parameters<typeof readRegistrations>[2]
type Shown = Registrations & { readonly api: Application }

/** The name of a secret that an earlier run began and of which nothing else is known; null without one. */
export function begunSecret({ begun }: Pick<Recent, 'begun'>): string | null {
  return [...begun].find(isSecretLabel) ?? null
}

/**
 * The directory once it shows a secret of that name; null where it does not within two minutes. Everything is read
 * again: changes before the secret are visible by then too.
 */
async function withSecret({ az, graph, console }: Sender, lookups: Lookups, label: string): Promise<Shown | null> {
  const attempt = async (): Promise<Shown | null> => {
    const read = await readRegistrations(az, graph, lookups)
    if (!read.ok || read.value.api === null) return null
    return secretsNamed(read.value.api, label).length > 0 ? { ...read.value, api: read.value.api } : null
  }
  return retried(console.patience(console.words.begunSecret), attempt, (answer) => answer === null)
}

/** Removes one secret where the operator agrees; returns whether it is removed. */
async function removed({ az, graph, console, recent }: Sender, api: Application, keyId: string, label: string) {
  const title = console.words.orphan.replace('{label}', label)
  const answer = await offer(az, graph, console, title, secretRemoval(api, keyId), recent)
  if (answer === null || answer.ok) return answer !== null
  // An earlier run removed it, and the directory does not show that yet.
  if ([400, 404].includes(answer.failure.status ?? 0)) return true
  console.say(console.words.failures[answer.failure.code], { detail: answer.failure.detail })
  return false
}

/**
 * Removes the secrets that could not be written into the environment file: this run failed or was declined there, or an
 * earlier one was killed. A secret with the same beginning as the file's secret stays.
 * @param known the secret in the environment file
 */
export async function removeOrphans(
  sender: Sender,
  all: Registrations,
  needs: WantedRegistration,
  known: string | null,
): Promise<Orphans> {
  const label = begunSecret(sender.recent)
  const none: Orphans = { registrations: all, removed: 0, left: [] }
  if (label === null || all.api === null) return none
  const shown = await withSecret(sender, lookupsOf(needs, all.api.appId, all.page?.appId), label)
  if (shown === null) return none
  const { api } = shown
  const gone: string[] = []
  const orphans = orphanSecrets(api, label, known)
  for (const keyId of orphans) if (await removed(sender, api, keyId, label)) gone.push(keyId)
  const left = gone.length < orphans.length ? [label] : []
  if (gone.length > 0 && left.length === 0) sender.recent.refused(label)
  const passwordCredentials = api.passwordCredentials.filter(({ keyId }) => !gone.includes(keyId ?? ''))
  return { registrations: { ...shown, api: { ...api, passwordCredentials } }, removed: gone.length, left }
}

/** Everything that a run did. */
export interface Outcome extends EnvironmentResult {
  readonly orphans: Orphans
  readonly repaired: Repaired
  readonly given: GivenProof
}

/**
 * The outcome after the removal of a secret that this run created and the file does not contain.
 * @param known the secret that the file contained before
 */
export async function withoutLostSecret(
  sender: Sender,
  needs: WantedRegistration,
  known: string | null,
  outcome: Outcome,
): Promise<Outcome> {
  const { given, file, repaired, orphans } = outcome
  const isKept = given.done && (file === 'written' || file === 'same')
  if (sender.console.dryRun || !given.changed || isKept) return outcome
  const lost = await removeOrphans(sender, repaired.registrations, needs, known)
  // Removed secrets are begun no more; one that the directory does not show may still be there.
  const label = begunSecret(sender.recent)
  return {
    ...outcome,
    orphans: { ...lost, removed: lost.removed + orphans.removed, left: label === null ? [] : [label] },
    repaired: { ...repaired, registrations: lost.registrations },
    given: { ...given, variable: null, done: false },
  }
}
