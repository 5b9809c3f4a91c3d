'use client'

import { Search } from 'lucide-react'
import NextLink from 'next/link'
import { useTranslations } from 'next-intl'
import { useSession } from '@/components/providers/session-context'
import { MenuChoices, MenuItem, MenuLink, MenuRule } from '@/components/ui/menu'
import { AccountEntries } from './account-entries'
import { AppearanceChoices } from './appearance'
import { languageOptions, useLanguageChoice } from './language-menu'
import type { BarProps } from './places'
import { ScopeEntries } from './scope-menu'

/** The entries of the narrow menu. */
export function NarrowEntries({ places, onPalette }: BarProps) {
  const t = useTranslations('frame')
  const { language, change } = useLanguageChoice()
  const { status } = useSession()
  return (
    <>
      <MenuItem icon={<Search size={16} aria-hidden />} onSelect={onPalette}>
        {t('palette.button')}
      </MenuItem>
      <MenuRule />
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
    </>
  )
}
