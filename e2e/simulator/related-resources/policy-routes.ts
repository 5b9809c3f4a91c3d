import { armError } from '../arm/errors'
import type { ArmContext, SimResponse } from '../model/http'
import { policyNames, type SimPolicyAssignment } from '../model/related-resources'
import { listOf } from './at'
import { policyDefinitionId, policyDefinitions, renderPolicyDefinition } from './policy-definitions'
import { relatedResourceActions } from './rights'
import { listedAt, lowerParam, scopeOf } from './scopes'

/** An assignment as the API returns it. */
export function renderAssignment(assignment: SimPolicyAssignment): Record<string, unknown> {
  const { scope, name, displayName, policy, effect, enforcementMode, parameters = {} } = assignment
  const values = Object.entries({ ...parameters, effect }).map(([key, value]) => [key, { value }] as const)
  return {
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/policyAssignments',
    properties: {
      displayName,
      policyDefinitionId: policyDefinitionId(policy),
      scope,
      notScopes: [],
      parameters: Object.fromEntries(values),
      metadata: {},
      enforcementMode,
    },
  }
}

/** The assignments that concern a scope; at a resource these include the inherited ones. */
export function listAssignments(context: ArmContext): SimResponse {
  const scope = scopeOf(context, relatedResourceActions.policyAssignment)
  if (!scope.ok) return scope.refusal
  const wanted = listedAt(context, scope.value)
  if (!wanted.ok) return wanted.refusal
  const { policyAssignments } = context.world.related
  return listOf(context, policyAssignments.filter((each) => wanted.value(each.scope)).map(renderAssignment))
}

function definitionNotFound(name: string): SimResponse {
  return armError(404, 'PolicyDefinitionNotFound', `The policy definition '${name}' could not be found.`)
}

/** A custom definition of the subscription: none exists, and clients request the built-in one next. */
export function getOwnDefinition(context: ArmContext): SimResponse {
  const scope = scopeOf(context, relatedResourceActions.policyDefinition)
  return scope.ok ? definitionNotFound(lowerParam(context, 'definition')) : scope.refusal
}

/** A built-in definition, which every user of the tenant may read. */
export function getDefinition(context: ArmContext): SimResponse {
  const wanted = lowerParam(context, 'definition')
  const name = policyNames.find((each) => policyDefinitions[each].id === wanted)
  return name === undefined ? definitionNotFound(wanted) : { status: 200, json: renderPolicyDefinition(name) }
}
