import type { ArmContext, SimResponse } from '../model/http'
import type { SimLock } from '../model/related-resources'
import { listOf } from './at'
import { relatedResourceActions } from './rights'
import { listedAt, scopeOf } from './scopes'

function renderLock({ scope, name, level, notes }: SimLock): Record<string, unknown> {
  return {
    id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
    name,
    type: 'Microsoft.Authorization/locks',
    properties: { level, notes },
  }
}

/** The locks that concern a scope: its own, those above, and those inside it. */
export function listLocks(context: ArmContext): SimResponse {
  const scope = scopeOf(context, relatedResourceActions.lock)
  if (!scope.ok) return scope.refusal
  const wanted = listedAt(context, scope.value)
  if (!wanted.ok) return wanted.refusal
  return listOf(context, context.world.related.locks.filter((each) => wanted.value(each.scope)).map(renderLock))
}
