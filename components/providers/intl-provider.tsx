'use client'

import { NextIntlClientProvider, type AbstractIntlMessages } from 'next-intl'
import type { ReactNode } from 'react'
import type { Language } from '@/lib/i18n/languages'
import type { Messages } from '@/lib/i18n/messages'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Messages
  }
}

export interface IntlProviderProps {
  readonly language: Language
  /** The texts of that language alone; the other language never travels. */
  readonly texts: AbstractIntlMessages
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
