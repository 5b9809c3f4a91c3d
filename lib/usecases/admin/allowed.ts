import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import { adminConfig } from '@/lib/config/admin-config'
import { serverConfig } from '@/lib/config/config'

/**
 * Whether somebody may see how this deployment fares. Only people of the deployment's own tenant: in every other, its own
 * administrators hand out this application's roles to whom they like.
 */
export function isAdmin({ tenantId, objectId, roles }: Pick<Caller, 'tenantId' | 'objectId' | 'roles'>): boolean {
  const { role, people } = adminConfig()
  if (tenantId !== serverConfig().tenantId) return false
  return people.includes(objectId.toLowerCase()) || (role !== null && roles.includes(role))
}
