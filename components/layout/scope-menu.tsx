'use client'

import { Building2, ChevronDown, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SlotPlace } from '@/components/providers/frame-slots'
import { useSession } from '@/components/providers/session-context'
import { useAnnounce } from '@/components/ui/live-region'
import { Menu, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import { tenantName } from './names'

/** The current tenant; a page adds the number of subscriptions. */
export function ScopeMenu() {
  const t = useTranslations('frame')
  const session = useSession()
  if (session.account === null) return null
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex min-h-8 max-w-[30rem] min-w-0 items-center gap-1.5 rounded-control px-1.5 text-body hover:bg-hover"
        >
          <Building2 size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-text-2" />
          <span className="sr-only">{t('scope')}: </span>
          <span className="max-w-64 shrink-0 truncate font-medium">{tenantName(session.tenantId, session)}</span>
          <SlotPlace name="scope" className="hidden truncate text-text-2 wide:block" />
          <ChevronDown size={14} aria-hidden className="shrink-0 text-text-2" />
        </button>
      }
    >
      <ScopeEntries />
    </Menu>
  )
}

/** The tenant entries, for any menu. */
export function ScopeEntries() {
  const t = useTranslations('frame.account')
  const ui = useTranslations('ui')
  const session = useSession()
  const announce = useAnnounce()
  const copy = () =>
    void navigator.clipboard.writeText(session.tenantId).then(
      () => announce(ui('copied')),
      () => announce(ui('copyFailed')),
    )
  return (
    <>
      <MenuChoices
        label={t('tenants')}
        value={session.tenantId}
        options={session.tenants.map((id) => ({ value: id, label: tenantName(id, session) }))}
        onChange={session.useTenant}
      />
      <MenuRule />
      <MenuItem icon={<Copy size={16} aria-hidden />} onSelect={copy}>
        {t('copyTenant')}
      </MenuItem>
    </>
  )
}
