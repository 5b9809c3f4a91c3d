import { fieldOf, listOf, objectOf, textOf, type JsonObject } from './read'

/** `Microsoft.Authorization/locks`. https://learn.microsoft.com/rest/api/resources/management-locks/list-by-scope */
export interface Lock {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly level: string | undefined
}

export function readLock(json: unknown): Lock | undefined {
  const lock = objectOf(json)
  return (
    lock && {
      id: textOf(fieldOf(lock, 'id')),
      name: textOf(fieldOf(lock, 'name')),
      level: textOf(fieldOf(objectOf(fieldOf(lock, 'properties')), 'level')),
    }
  )
}

/** The text under `key` of each parameter that has one: `value` in an assignment, `defaultValue` in a definition. */
function readTexts(parameters: JsonObject | undefined, key: 'value' | 'defaultValue'): ReadonlyMap<string, string> {
  const texts = Object.entries(parameters ?? {}).flatMap(([name, parameter]): [string, string][] => {
    const text = textOf(fieldOf(objectOf(parameter), key))
    return text === undefined ? [] : [[name.toLowerCase(), text]]
  })
  return new Map(texts)
}

/** `Microsoft.Authorization/policyAssignments`. https://learn.microsoft.com/rest/api/policyauthorization/policy-assignments/list-for-resource */
export interface PolicyAssignment {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly displayName: string | undefined
  readonly policyDefinitionId: string | undefined
  readonly enforcementMode: string | undefined
  /** By name in lower case. */
  readonly values: ReadonlyMap<string, string>
}

export function readPolicyAssignment(json: unknown): PolicyAssignment | undefined {
  const assignment = objectOf(json)
  const properties = objectOf(fieldOf(assignment, 'properties'))
  return (
    properties && {
      id: textOf(fieldOf(assignment, 'id')),
      name: textOf(fieldOf(assignment, 'name')),
      displayName: textOf(fieldOf(properties, 'displayName')),
      policyDefinitionId: textOf(fieldOf(properties, 'policyDefinitionId')),
      enforcementMode: textOf(fieldOf(properties, 'enforcementMode')),
      values: readTexts(objectOf(fieldOf(properties, 'parameters')), 'value'),
    }
  )
}

/** A definition's effect, which is a word or a reference to a parameter, and its defaults by name in lower case. */
export interface PolicyDefinition {
  readonly effect: string | undefined
  readonly defaults: ReadonlyMap<string, string>
}

export function readPolicyDefinition(json: unknown): PolicyDefinition | undefined {
  const properties = objectOf(fieldOf(objectOf(json), 'properties'))
  const then = objectOf(fieldOf(objectOf(fieldOf(properties, 'policyRule')), 'then'))
  return (
    properties && {
      effect: textOf(fieldOf(then, 'effect')),
      defaults: readTexts(objectOf(fieldOf(properties, 'parameters')), 'defaultValue'),
    }
  )
}

export interface PolicySetMember {
  readonly policyDefinitionId: string | undefined
  /** The values that the set passes, by name in lower case: words, or references to its own parameters. */
  readonly values: ReadonlyMap<string, string>
}

export interface PolicySet {
  readonly members: readonly PolicySetMember[]
  readonly defaults: ReadonlyMap<string, string>
}

export function readPolicySet(json: unknown): PolicySet | undefined {
  const properties = objectOf(fieldOf(objectOf(json), 'properties'))
  const members = listOf(fieldOf(properties, 'policyDefinitions'), (member) => ({
    policyDefinitionId: textOf(fieldOf(objectOf(member), 'policyDefinitionId')),
    values: readTexts(objectOf(fieldOf(objectOf(member), 'parameters')), 'value'),
  }))
  return members && { members, defaults: readTexts(objectOf(fieldOf(properties, 'parameters')), 'defaultValue') }
}
