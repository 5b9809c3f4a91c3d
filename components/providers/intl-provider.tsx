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
  /** Texts of that language alone; the other language never travels. */
  readonly texts: SomeTexts
  readonly children: ReactNode
}

/** Texts for everything below. Times are shown in the person's own zone, which only the browser knows. */
export function IntlProvider({ language, texts, children }: IntlProviderProps) {
  return (
    <NextIntlClientProvider locale={language} messages={texts} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}

/** More texts for what is below, beside those from above. */
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
