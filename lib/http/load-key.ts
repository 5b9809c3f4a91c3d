import 'server-only'
import { personKey, type Caller } from '@/lib/auth/caller'

type Person = Pick<Caller, 'cloud' | 'tenantId' | 'objectId'>

/** The name of one user's load, for any subscriptions. No name is a prefix of another. */
export function loadName(caller: Person, id: string): string {
  return JSON.stringify([personKey(caller), id])
}

/** Whether a name belongs to a load of this user, in the form of `personKey`. */
export function isLoadOf(name: string, person: string): boolean {
  return name.startsWith(`[${JSON.stringify(person)},`)
}

/** The key of a load's stream: its name, and its subscriptions. */
export function loadKey(caller: Person, id: string, subscriptions: readonly string[] | null): string {
  return loadName(caller, id) + JSON.stringify(subscriptions)
}

/** What a load reads: loads of one user with the same work are one. The order of the subscriptions does not matter. */
export function loadWork(caller: Person, subscriptions: readonly string[] | null): string {
  return JSON.stringify([personKey(caller), subscriptions === null ? null : [...new Set(subscriptions)].sort()])
}
