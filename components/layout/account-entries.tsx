'use client'

import { LogOut, UserPlus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useSession } from '@/components/providers/session-context'
import { MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import { AdminEntry } from './admin-entry'

const LocalEntries = dynamic(() => import('./local-entries'))

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
      {/* Last, because it appears once the server has said so: no entry moves under the pointer. */}
      <AdminEntry />
    </>
  )
}
