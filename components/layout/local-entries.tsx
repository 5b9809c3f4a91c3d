'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SessionAccount } from '@/components/providers/session-types'
import { MenuItem, MenuRule } from '@/components/ui/menu'
import type { LocalSource } from '@/lib/contract/local-session'

export interface LocalEntriesProps {
  readonly account: SessionAccount
  readonly tool: LocalSource
  readonly onEnd: () => void
}

/** The account entries of a program for one person: who is signed in, with which tool. */
export default function LocalEntries({ account, tool, onEnd }: LocalEntriesProps) {
  const frame = useTranslations('frame.account')
  const t = useTranslations('local.account')
  return (
    <>
      <div className="max-w-72 px-2 py-1.5">
        <p className="text-label text-text-3">{frame('signedInAs')}</p>
        {account.name !== null && <p className="font-medium wrap-anywhere">{account.name}</p>}
        <p className="text-meta wrap-anywhere text-text-2">{account.username}</p>
        <p className="text-meta text-text-2">{t(`tool.${tool}`)}</p>
      </div>
      <MenuRule />
      <MenuItem icon={<LogOut size={16} aria-hidden />} onSelect={onEnd}>
        {t('end')}
      </MenuItem>
    </>
  )
}
