import type { RoleAssignment } from '../model/world'

const patterns = new Map<string, RegExp>()

function patternOf(action: string): RegExp {
  const known = patterns.get(action)
  if (known !== undefined) return known
  const escaped = action.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  const made = new RegExp(`^${escaped}$`, 'i')
  patterns.set(action, made)
  return made
}

const trimmed = (scope: string): string => scope.replace(/\/+$/, '').toLowerCase()

/** True if an assignment at `assigned` includes `scope`: the same scope or one inside it. Ids are compared without case. */
function reaches(assigned: string, scope: string): boolean {
  const outer = trimmed(assigned)
  const inner = trimmed(scope)
  return inner === outer || inner.startsWith(`${outer}/`)
}

/**
 * Whether one of the role assignments grants an action (for example `Microsoft.Compute/virtualMachines/read`) at a scope (an
 * ARM id). `*` in a role matches any text
 * (https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format).
 */
export function can(roles: readonly RoleAssignment[], action: string, scope: string): boolean {
  return roles.some(
    (role) => reaches(role.scope, scope) && role.actions.some((pattern) => patternOf(pattern).test(action)),
  )
}
