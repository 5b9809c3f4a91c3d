import { sameText } from '@/lib/shared/text'
import type { Lock, PolicyAssignment, PolicyDefinition, PolicySet, PolicySetMember } from '@/lib/wire/governance'
import type { LockFacts, PolicyFacts } from './types'

/** The scope of a lock is the part of its id before the lock itself. */
export function lockFactsOf(lock: Lock): LockFacts | null {
  const level = (['CanNotDelete', 'ReadOnly'] as const).find((word) => sameText(word, lock.level ?? ''))
  if (level === undefined) return null
  const scope = (lock.id ?? '').replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]*$/i, '')
  return { name: lock.name ?? '', level, scope }
}

/** `[parameters('name')]` → `name` in lower case; null for a plain word. */
function referenceOf(text: string): string | null {
  return /^\[\s*parameters\(\s*'([^']{1,200})'\s*\)\s*\]$/i.exec(text)?.[1]?.toLowerCase() ?? null
}

/** A word, or the value of the parameter that it refers to; null where it cannot be resolved. */
function resolve(text: string | undefined, values: readonly ReadonlyMap<string, string>[]): string | null {
  if (text === undefined) return null
  const name = referenceOf(text)
  if (name === null) return text.startsWith('[') ? null : text.toLowerCase()
  const value = values.map((each) => each.get(name)).find((each) => each !== undefined)
  return value === undefined || value.startsWith('[') ? null : value.toLowerCase()
}

const factsOf = (assignment: PolicyAssignment, definitionId: string, effect: string | null): PolicyFacts => ({
  assignment: assignment.displayName ?? assignment.name ?? '',
  definitionId,
  effect,
  enforced: !sameText(assignment.enforcementMode ?? 'Default', 'DoNotEnforce'),
})

/**
 * An assignment of one definition. Without the definition, only an effect that the assignment itself names is known.
 */
export function assignedPolicy(assignment: PolicyAssignment, definition: PolicyDefinition | null): PolicyFacts {
  const effect =
    definition === null
      ? resolve(assignment.values.get('effect'), [])
      : resolve(definition.effect, [assignment.values, definition.defaults])
  return factsOf(assignment, assignment.policyDefinitionId ?? '', effect)
}

/** A member of an assigned set. Where the set passes no effect, the definition's own default applies. */
export function memberPolicy(
  assignment: PolicyAssignment,
  set: PolicySet,
  member: PolicySetMember,
  definition: PolicyDefinition | null,
): PolicyFacts {
  const handedOn = resolve(member.values.get('effect'), [assignment.values, set.defaults])
  const own = definition === null ? null : resolve(definition.effect, [definition.defaults])
  const effect = member.values.has('effect') ? handedOn : own
  return factsOf(assignment, member.policyDefinitionId ?? '', effect)
}

/** An assigned set that could not be read: its contents are unknown. */
export function unreadSet(assignment: PolicyAssignment): PolicyFacts {
  return factsOf(assignment, assignment.policyDefinitionId ?? '', null)
}

export const isPolicySet = (definitionId: string): boolean => /\/policySetDefinitions\/[^/]+$/i.test(definitionId)
