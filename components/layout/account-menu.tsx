'use client'

import { LogOut, UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { useSession } from '@/components/providers/session-context'
import { Menu, MenuChoices, MenuItem, MenuRule, prepareMenus } from '@/components/ui/menu'
import { initials } from './names'

const LocalEntries = dynamic(() => import('./local-entries'))

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
    const timer = setTimeout(prepareMenus, prepareAfterMilliseconds)
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

/** The account entries, for any menu. */
export function AccountEntries() {
  const t = useTranslations('frame.account')
  const { account, accounts, useAccount: changeAccount, addAccount, signOut, local } = useSession()
  if (account === null) return null
  if (local !== null) return <LocalEntries account={account} tool={local.tool} onEnd={() => void signOut()} />
  return (
    <>
      <div className="max-w-72 px-2 py-1.5">
        <p className="text-label text-text-3">{t('signedInAs')}</p>
        {account.name !== null && <p className="font-medium wrap-anywhere">{account.name}</p>}
        <p className="text-meta wrap-anywhere text-text-2">{account.username}</p>
      </div>
      <MenuRule />
      {accounts.length > 1 && (
        <>
          <MenuChoices
            label={t('switch')}
            value={account.homeAccountId}
            options={accounts.map((each) => ({ value: each.homeAccountId, label: each.username }))}
            onChange={(id) => void changeAccount(id)}
          />
          <MenuRule />
        </>
      )}
      <MenuItem icon={<UserPlus size={16} aria-hidden />} onSelect={() => void addAccount()}>
        {t('add')}
      </MenuItem>
      <MenuItem icon={<LogOut size={16} aria-hidden />} onSelect={() => void signOut()}>
        {t('signOut')}
      </MenuItem>
    </>
  )
}
