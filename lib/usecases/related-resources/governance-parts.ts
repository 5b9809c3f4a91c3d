import 'server-only'
import { getResource, listResources } from '@/lib/azure/calls/resource'
import { resourcePath } from '@/lib/azure/calls/resource-path'
import type { ArmSession } from '@/lib/azure/session'
import { isBlockingDefinition } from '@/lib/diagnosis/readiness/checks/governance'
import {
  assignedPolicy,
  isPolicySet,
  lockFactsOf,
  memberPolicy,
  unreadSet,
} from '@/lib/facts/related-resources/governance'
import type { PolicyFacts, RelatedResources } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { known, unknown } from '@/lib/shared/known'
import {
  readLock,
  readPolicyAssignment,
  readPolicyDefinition,
  readPolicySet,
  type PolicyAssignment,
  type PolicyDefinition,
} from '@/lib/wire/governance'
import { whyUnknown } from './known-result'
import type { VmPlace } from './vm-scope'

/** More policy sets than one scope has assigned; any beyond count as unread. */
const mostSets = 30

/** The path of a definition or a set, built-in or custom; null for any other id. */
function policyPath(id: string): string | null {
  const pattern =
    /^((?:\/subscriptions\/[0-9a-f-]{36})|(?:\/providers\/Microsoft\.Management\/managementGroups\/[\w.()-]{1,90}))?\/providers\/Microsoft\.Authorization\/policy(?:Set)?Definitions\/[\w.()-]{1,128}$/i
  return pattern.test(id) && !/\/\.+(\/|$)/.test(id) ? id : null
}

async function readPolicyResource<T>(
  session: ArmSession,
  place: VmPlace,
  id: string,
  read: (json: unknown) => T | undefined,
): Promise<T | null> {
  const path = policyPath(id)
  if (path === null) return null
  const { subscriptionId } = place
  const body = await getResource(session, { path, subscriptionId, provider: 'Microsoft.Authorization/policies' })
  return body.ok ? (read(body.value) ?? null) : null
}

/** Reads each definition once for all assignments that need it. */
function definitionReader(session: ArmSession, place: VmPlace): (id: string) => Promise<PolicyDefinition | null> {
  const asked = new Map<string, Promise<PolicyDefinition | null>>()
  return (id) => {
    const key = id.toLowerCase()
    const reading = asked.get(key) ?? readPolicyResource(session, place, id, readPolicyDefinition)
    asked.set(key, reading)
    return reading
  }
}

/** Of a set, only members that can block encryption are returned. */
async function readSet(
  session: ArmSession,
  place: VmPlace,
  assignment: PolicyAssignment,
  definitionOf: (id: string) => Promise<PolicyDefinition | null>,
): Promise<readonly PolicyFacts[]> {
  const set = await readPolicyResource(session, place, assignment.policyDefinitionId ?? '', readPolicySet)
  if (set === null) return [unreadSet(assignment)]
  const members = set.members.filter(({ policyDefinitionId }) => isBlockingDefinition(policyDefinitionId ?? ''))
  return Promise.all(
    members.map(async (member) => {
      const definition = member.values.has('effect') ? null : await definitionOf(member.policyDefinitionId ?? '')
      return memberPolicy(assignment, set, member, definition)
    }),
  )
}

async function readAssigned(
  session: ArmSession,
  place: VmPlace,
  assignments: readonly PolicyAssignment[],
): Promise<readonly PolicyFacts[]> {
  const definitionOf = definitionReader(session, place)
  const sets = assignments.filter(({ policyDefinitionId }) => isPolicySet(policyDefinitionId ?? ''))
  const singles = assignments.filter((assignment) => !sets.includes(assignment))
  const found = await Promise.all([
    ...singles.map(async (assignment): Promise<readonly PolicyFacts[]> => {
      const id = assignment.policyDefinitionId ?? ''
      return [assignedPolicy(assignment, isBlockingDefinition(id) ? await definitionOf(id) : null)]
    }),
    ...sets.slice(0, mostSets).map((assignment) => readSet(session, place, assignment, definitionOf)),
  ])
  return [...found.flat(), ...sets.slice(mostSets).map(unreadSet)]
}

/** Policies assigned to the VM or to its vault, or to the groups and subscriptions that contain them. */
export async function readPolicies(
  session: ArmSession,
  facts: VmFacts,
  place: VmPlace,
): Promise<RelatedResources['policies']> {
  const vault = resourcePath(facts.keyReferences.vaultId ?? '', 'Microsoft.KeyVault/vaults')
  const scopes = [place, ...(vault === null ? [] : [vault])]
  const lists = await Promise.all(
    scopes.map(({ path, subscriptionId }) =>
      listResources(session, {
        path: `${path}/providers/Microsoft.Authorization/policyAssignments`,
        subscriptionId,
        provider: 'Microsoft.Authorization/policies',
      }),
    ),
  )
  const byId = new Map<string, PolicyAssignment>()
  for (const list of lists) {
    if (!list.ok) return whyUnknown(list.failure)
    for (const json of list.value) {
      const assignment = readPolicyAssignment(json)
      if (assignment !== undefined) byId.set((assignment.id ?? `${byId.size}`).toLowerCase(), assignment)
    }
  }
  return known(await readAssigned(session, place, [...byId.values()]))
}

/** Locks on the VM and on its resource group and subscription. */
export async function readLocks(session: ArmSession, place: VmPlace): Promise<RelatedResources['locks']> {
  const list = await listResources(session, {
    path: `${place.path}/providers/Microsoft.Authorization/locks`,
    subscriptionId: place.subscriptionId,
    provider: 'Microsoft.Authorization/locks',
    parameters: { $filter: 'atScope()' },
  })
  if (!list.ok) return whyUnknown(list.failure)
  const locks = list.value.flatMap((json) => {
    const lock = readLock(json)
    return (lock && lockFactsOf(lock)) ?? []
  })
  // An unreadable one may be any lock.
  return locks.length === list.value.length ? known(locks) : unknown('unreadable')
}
