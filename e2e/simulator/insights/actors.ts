import type { SimRequestRecord } from '../model/record'
import type { World } from '../model/world'
import { platform } from '../records/requests'
import { hash, randomFor } from '../worlds/random'

/** The actor of a request. */
export interface Actor {
  readonly kind: 'user' | 'application'
  /** `caller` of an event: a user principal name, or the object id of a service principal. */
  readonly caller: string
  readonly displayName: string
  readonly objectId: string
  /** Application that sent the request. */
  readonly applicationId: string
  readonly address: string
}

/** Application ids that are equal in every Azure tenant: the portal, and Compute. */
const portal = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'
const computeProvider = '60e6cd67-9c8c-4951-9b3c-23c25a2169af'

/** People and pipelines with the right to change VMs, none of whom signs in to the product. */
const operators = [
  { kind: 'user', caller: 'olivia.martin@contoso.example', name: 'Olivia Martin', applicationId: portal },
  { kind: 'user', caller: 'kenji.mori@contoso.example', name: '森 健二', applicationId: portal },
  { kind: 'application', caller: '', name: 'deploy-pipeline', applicationId: '7d1c0ffe-0000-4000-a000-0000000c1cd0' },
] as const

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function application({ tenantId }: World, name: string, applicationId: string, objectId?: string): Actor {
  const own = objectId ?? randomFor(0, `${tenantId}/${applicationId}`).uuid()
  return { kind: 'application', caller: own, displayName: name, objectId: own, applicationId, address: '20.61.12.34' }
}

function user({ tenantId }: World, caller: string, displayName: string, objectId?: string): Actor {
  const own = objectId ?? randomFor(0, `${tenantId}/${caller}`).uuid()
  return { kind: 'user', caller, displayName, objectId: own, applicationId: portal, address: '203.0.113.17' }
}

function named(world: World, by: string): Actor {
  const wanted = by.toLowerCase()
  const person = world.people.find(({ displayName, userPrincipalName, objectId }) =>
    [displayName, userPrincipalName, objectId].some((name) => name.toLowerCase() === wanted),
  )
  if (person !== undefined) return user(world, person.userPrincipalName, person.displayName, person.objectId)
  const principal = world.servicePrincipals.find(({ applicationId }) => applicationId.toLowerCase() === wanted)
  if (principal !== undefined)
    return application(world, principal.displayName, principal.applicationId, principal.objectId)
  return guid.test(by) ? application(world, by, by) : user(world, by, by)
}

/** The person or application of a request; one of the tenant's operators by default. */
export function actorOf(world: World, { by, correlationId }: SimRequestRecord): Actor {
  if (by === platform) return application(world, 'Compute Resource Provider', computeProvider)
  if (by !== null) return named(world, by)
  const operator = operators[hash(correlationId) % operators.length] ?? operators[0]
  return operator.kind === 'user'
    ? user(world, operator.caller, operator.name)
    : application(world, operator.name, operator.applicationId)
}
