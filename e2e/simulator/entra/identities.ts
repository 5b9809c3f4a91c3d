import { createHash } from 'node:crypto'
import type { Person } from '../model/world'
import { tenantOf, type Simulator, type Tenant } from '../server/state'
import { accountKey, type HomeAccount } from './state'

/** A person as seen from one tenant: at home, or as a guest. */
export interface Identity extends HomeAccount {
  readonly tenantId: string
  /** The record of the tenant: its object id and roles. */
  readonly person: Person
}

const suffixOf = (objectId: string): string => objectId.slice(-12).toLowerCase()

/** A guest's object id in a tenant without a record of them: specific to the tenant, with the last group of the home object id. */
function guestObjectId(tenantId: string, person: Person): string {
  const digest = createHash('sha256').update(`${tenantId}|${person.objectId}`).digest('hex')
  const group = (from: number, length: number): string => digest.slice(from, from + length)
  return `${group(0, 8)}-${group(8, 4)}-4${group(12, 3)}-8${group(15, 3)}-${suffixOf(person.objectId)}`
}

/** People of other tenants who are guests in this one. */
function visitors(simulator: Simulator, tenantId: string): Identity[] {
  return [...simulator.tenants.values()]
    .filter(({ world }) => world.tenantId !== tenantId)
    .flatMap(({ world }) =>
      world.people
        .filter(({ guestIn }) => guestIn.includes(tenantId))
        .map((person) => ({ tenantId, homeTenantId: world.tenantId, homeObjectId: person.objectId, person })),
    )
}

/** All people who can sign in at a tenant: its own, then guests. */
export function identitiesIn(simulator: Simulator, { world }: Tenant): Identity[] {
  const { tenantId } = world
  const guests = visitors(simulator, tenantId)
  const own = world.people.map((person): Identity => {
    const home = guests.find((guest) => suffixOf(guest.homeObjectId) === suffixOf(person.objectId))
    return {
      tenantId,
      person,
      homeTenantId: home?.homeTenantId ?? tenantId,
      homeObjectId: home?.homeObjectId ?? person.objectId,
    }
  })
  const recorded = new Set(own.map(accountKey))
  const unrecorded = guests
    .filter((guest) => !recorded.has(accountKey(guest)))
    .map((guest) => ({
      ...guest,
      person: { ...guest.person, objectId: guestObjectId(tenantId, guest.person), roles: [] },
    }))
  return [...own, ...unrecorded]
}

/** The account as seen from a tenant; undefined if it is unknown there. */
export function identityIn(simulator: Simulator, tenantId: string, home: HomeAccount): Identity | undefined {
  const tenant = tenantOf(simulator, tenantId)
  if (tenant === undefined) return undefined
  return identitiesIn(simulator, tenant).find((identity) => accountKey(identity) === accountKey(home))
}
