'use client'

import { Settings } from 'lucide-react'
import NextLink from 'next/link'
import { useTranslations } from 'next-intl'
import { useIsAdministrator } from '@/components/queries/use-session-rights'
import { MenuLink, MenuRule } from '@/components/ui/menu'

/** The way to the state of the deployment, for users who may open it. */
export function AdminEntry() {
  const t = useTranslations('frame.account')
  if (!useIsAdministrator()) return null
  return (
    <>
      <MenuRule />
      <MenuLink>
        <NextLink href="/admin">
          <Settings size={16} aria-hidden />
          {t('admin')}
        </NextLink>
      </MenuLink>
    </>
  )
}
