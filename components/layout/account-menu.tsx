'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useSession } from '@/components/providers/session-context'
import { Menu, prepareMenus } from '@/components/ui/menu'
import { AccountEntries } from './account-entries'
import { initials } from './names'
import { loadNarrowEntries } from './narrow-menu'

/** The initial page load has priority. */
const prepareAfterMilliseconds = 30_000

/** The signed-in user, and the ways to switch accounts. Absent until a user is signed in and has confirmed the tenant. */
export function AccountMenu() {
  const t = useTranslations('frame.account')
  const { account, status } = useSession()
  const isSignedIn = account !== null && status === 'signed-in'
  useEffect(() => {
    if (!isSignedIn) return
    // Loaded ahead: the sign-out menu must open even when the server is unavailable or has a new version.
    const timer = setTimeout(() => {
      prepareMenus()
      void loadNarrowEntries().catch(() => undefined)
    }, prepareAfterMilliseconds)
    return () => clearTimeout(timer)
  }, [isSignedIn])
  if (!isSignedIn) return null
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('label', { name: account.name ?? account.username })}
          className="flex size-8 shrink-0 items-center justify-center rounded-round text-label font-semibold hover:bg-hover"
        >
          <span className="flex size-6 items-center justify-center rounded-round border border-text-2">
            {initials(account)}
          </span>
        </button>
      }
    >
      <AccountEntries />
    </Menu>
  )
}
