import 'server-only'
import type { Caller } from '@/lib/auth/caller'
import { adminConfig } from '@/lib/config/admin-config'
import { serverConfig } from '@/lib/config/config'

/**
 * Whether a user may see the state of this deployment. Only users of the deployment's own tenant: every other tenant's
 * administrators assign this application's roles to whom they like.
 */
export function isAdmin({ tenantId, objectId, roles }: Pick<Caller, 'tenantId' | 'objectId' | 'roles'>): boolean {
  const { role, people } = adminConfig()
  if (tenantId !== serverConfig().tenantId) return false
  return people.includes(objectId.toLowerCase()) || (role !== null && roles.includes(role))
}
