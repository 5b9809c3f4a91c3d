import { applied, changeFor, pretendedAnswer, type WantedRegistration } from '@/lib/setup/registrations/changes'
import type { RegistrationFault } from '@/lib/setup/registrations/faults'
import { findFaults } from '@/lib/setup/registrations/find-faults'
import { markOf, type Part, type Registrations } from '@/lib/setup/registrations/graph'
import type { Az } from '../azure/az'
import { readRegistrations, type Lookup } from '../azure/directory'
import { retried } from '../azure/patience'
import { isThereAlready, offer, type Offered } from './offer'
import type { Recent } from './recent'
import type { Console } from './console'

export interface Repaired {
  readonly registrations: Registrations
  /** The remaining faults: declined, refused or failed. */
  readonly left: readonly RegistrationFault[]
  readonly changes: number
}

/** The sender of a change, its words and its memory. */
export interface Sender {
  readonly az: Az
  readonly graph: string
  readonly console: Console
  readonly recent: Recent
}

/** How the registrations are found: by known ids, otherwise by marks and names. */
export function lookupsOf({ names }: WantedRegistration, api: string | undefined, page: string | undefined) {
  const lookup = (appId: string | undefined, part: Part): Lookup =>
    appId === undefined
      ? { by: 'mark', value: markOf(part, names.page), displayName: names[part] }
      : { by: 'appId', value: appId }
  return { api: lookup(api, 'api'), page: lookup(page, 'page') }
}

/** The mark of the registration that a fix creates; null for other faults. */
function markMade(fault: RegistrationFault, { names }: WantedRegistration): string | null {
  if (fault === 'api-absent') return markOf('api', names.page)
  return fault === 'page-absent' ? markOf('page', names.page) : null
}

/**
 * Objects of an interrupted run, once the directory shows them: principals and grants, which cannot be created twice.
 * Null where it does not show them within two minutes.
 */
async function shownLater(
  { az, graph, console }: Sender,
  all: Registrations,
  fault: RegistrationFault,
  wanted: WantedRegistration,
): Promise<Registrations | null> {
  const attempt = async (): Promise<Registrations | null> => {
    const read = await readRegistrations(az, graph, lookupsOf(wanted, all.api?.appId, all.page?.appId))
    if (!read.ok) return null
    const { apiPrincipal, pagePrincipal, grants } = read.value
    const next = {
      ...all,
      apiPrincipal: all.apiPrincipal ?? apiPrincipal,
      pagePrincipal: all.pagePrincipal ?? pagePrincipal,
      grants: grants.length > all.grants.length ? grants : all.grants,
    }
    return findFaults(next, wanted).includes(fault) ? null : next
  }
  return retried(console.patience(console.words.steps[fault].title), attempt, (answer) => answer === null)
}

/** Shows and sends the change that fixes a fault; returns the new state, null where the fault is left. */
async function repair(
  sender: Sender,
  all: Registrations,
  fault: RegistrationFault,
  wanted: WantedRegistration,
): Promise<Registrations | null> {
  const { az, graph, console, recent } = sender
  const change = changeFor(fault, all, wanted)
  if (change === null) return null
  const mark = markMade(fault, wanted)
  const { title, why } = console.words.steps[fault]
  const begin = (): void => {
    if (mark !== null) recent.begin(mark)
  }
  const answer: Offered = await offer(az, graph, console, `${title}: ${why}`, change, recent, begin)
  if (answer === null) return null
  if (isThereAlready(answer) && change.method === 'POST') {
    const shown = await shownLater(sender, all, fault, wanted)
    if (shown !== null) return shown
  }
  if (!answer.ok) {
    if (mark !== null && answer.failure.status !== null) recent.refused(mark)
    console.say(console.words.failures[answer.failure.code], { detail: answer.failure.detail })
    return null
  }
  const next = applied(all, fault, change, console.dryRun ? pretendedAnswer(fault, change) : answer.value)
  if (next === null) console.say(console.words.failures['az-failed'], { detail: '' })
  else if (change.method === 'POST') rememberMade(recent, all, next)
  return next
}

/** Ids of objects that are new in the state. */
function rememberMade({ ids }: Recent, before: Registrations, after: Registrations): void {
  for (const name of ['api', 'page', 'apiPrincipal', 'pagePrincipal'] as const) {
    const made = after[name]
    if (made === null || made === before[name]) continue
    ids.add(made.id).add(made.appId)
  }
}

/**
 * Fixes one fault after the other; faults that were declined or refused remain, and those that do not depend on them
 * are still fixed.
 */
export async function repairRegistrations(
  sender: Sender,
  found: Registrations,
  wanted: WantedRegistration,
): Promise<Repaired> {
  const left: RegistrationFault[] = []
  let registrations = found
  let changes = 0
  for (;;) {
    const fault = findFaults(registrations, wanted).find((each) => !left.includes(each))
    if (fault === undefined) return { registrations, left, changes }
    const next = await repair(sender, registrations, fault, wanted)
    if (next === null) {
      left.push(fault)
      continue
    }
    registrations = next
    changes += 1
    // After any answer: no change is tried twice.
    if (findFaults(registrations, wanted).includes(fault)) left.push(fault)
  }
}
