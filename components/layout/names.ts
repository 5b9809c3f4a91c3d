import type { Session, SessionAccount } from '@/components/providers/session-types'

/** One or two letters for the round account button. */
export function initials(account: SessionAccount): string {
  const words = (account.name ?? account.username.split('@')[0] ?? '').split(/[\s._-]+/).filter((word) => word !== '')
  return words
    .slice(0, 2)
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .join('')
    .toUpperCase()
}

/** Home tenant of an account: the second half of its id. */
function homeTenant(account: SessionAccount): string {
  return account.homeAccountId.split('.')[1] ?? ''
}

/**
 * The display name of a tenant. The browser does not know its name, so this is the domain of an account whose home
 * tenant it is, otherwise the id or domain itself.
 */
export function tenantName(tenantId: string, session: Pick<Session, 'account'>): string {
  const domain = session.account?.username.split('@')[1]
  const atHome = session.account !== null && homeTenant(session.account) === tenantId
  return atHome && domain !== undefined && domain !== '' ? domain : tenantId
}
