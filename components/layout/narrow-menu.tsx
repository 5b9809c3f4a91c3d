'use client'

import { Menu as MenuIcon } from 'lucide-react'
import NextLink from 'next/link'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuChoices, MenuLink, MenuRule } from '@/components/ui/menu'
import { AccountEntries } from './account-menu'
import { AppearanceChoices } from './appearance'
import { languageOptions, useLanguageChoice } from './language-menu'
import type { Place } from './places'
import { ScopeEntries } from './scope-menu'
import { useSession } from '@/components/providers/session-context'

/** Everything that does not fit into the rail and the bar in a narrow window. */
export function NarrowMenu({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations('frame')
  const { language, change } = useLanguageChoice()
  const { status } = useSession()
  return (
    <Menu
      label={t('menu')}
      trigger={<IconButton label={t('menu')} className="medium:hidden" icon={<MenuIcon size={18} aria-hidden />} />}
    >
      {places.map(({ key, href, icon: Icon }) => (
        <MenuLink key={key}>
          <NextLink href={href}>
            <Icon size={16} aria-hidden />
            {t(`place.${key}`)}
          </NextLink>
        </MenuLink>
      ))}
      <div className="narrow:hidden">
        <MenuRule />
        {status === 'signed-in' && (
          <>
            <ScopeEntries />
            <MenuRule />
          </>
        )}
        <MenuChoices label={t('language')} value={language} options={languageOptions} onChange={change} />
        <MenuRule />
        <AppearanceChoices />
        {status === 'signed-in' && (
          <>
            <MenuRule />
            <AccountEntries />
          </>
        )}
      </div>
    </Menu>
  )
}
