'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LiveRegion } from '@/components/ui/live-region'
import type { Contrast, Theme } from '@/lib/i18n/themes'
import { AppearanceMenu, AppearanceProvider } from './appearance'
import { LanguageMenu } from './language-menu'
import { Logo } from './logo'

export interface PlainFrameProps {
  readonly theme: Theme
  readonly contrast: Contrast
  readonly children: ReactNode
}

/** The frame of pages without sign-in: the name, language and appearance, without navigation. */
export function PlainFrame({ theme, contrast, children }: PlainFrameProps) {
  const t = useTranslations('frame')
  return (
    <LiveRegion>
      <AppearanceProvider theme={theme} contrast={contrast}>
        <header className="flex min-h-12 items-center gap-2 border-b border-line bg-surface px-3">
          <Logo />
          <span className="text-section font-semibold">{t('product')}</span>
          <span className="flex-1" />
          <span className="flex items-center gap-2 print:hidden">
            <LanguageMenu />
            <AppearanceMenu />
          </span>
        </header>
        <main id="main" className="mx-auto max-w-[76rem] p-3 narrow:p-5">
          {children}
        </main>
      </AppearanceProvider>
    </LiveRegion>
  )
}
