import 'server-only'
import { personKey, type Caller } from '@/lib/auth/caller'

type Person = Pick<Caller, 'cloud' | 'tenantId' | 'objectId'>

/** Names a load of one person, whatever subscriptions it is of. No name is the beginning of another. */
export function loadName(caller: Person, id: string): string {
  return JSON.stringify([personKey(caller), id])
}

/** Whether a name is of a load of this person, as `personKey` has it. */
export function isLoadOf(name: string, person: string): boolean {
  return name.startsWith(`[${JSON.stringify(person)},`)
}

/** Names the stream of a load: its name, and which subscriptions it is of. */
export function loadKey(caller: Person, id: string, subscriptions: readonly string[] | null): string {
  return loadName(caller, id) + JSON.stringify(subscriptions)
}
