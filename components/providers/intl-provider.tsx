'use client'

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import type { Language } from '@/lib/i18n/languages'
import type { Messages } from '@/lib/i18n/messages'
import { joinTexts, type SomeTexts } from '@/lib/i18n/texts'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Messages
  }
}

export interface IntlProviderProps {
  readonly language: Language
  /** Texts of that language only; the other language is not sent. */
  readonly texts: SomeTexts
  readonly children: ReactNode
}

/** Texts for the components inside. Times are shown in the user's time zone, which only the browser knows. */
export function IntlProvider({ language, texts, children }: IntlProviderProps) {
  return (
    <NextIntlClientProvider locale={language} messages={texts} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}

/** Further texts for the components inside, in addition to those of the outer provider. */
export function MoreTexts({ texts, children }: Omit<IntlProviderProps, 'language'>) {
  const language = useLocale()
  const outer: SomeTexts = useMessages()
  const joined = useMemo(() => joinTexts(outer, texts), [outer, texts])
  return (
    <IntlProvider language={language} texts={joined}>
      {children}
    </IntlProvider>
  )
}
