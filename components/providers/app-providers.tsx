'use client'

import type { ReactNode } from 'react'
import { LiveRegion } from '@/components/ui/live-region'
import type { Language } from '@/lib/i18n/languages'
import type { SomeTexts } from '@/lib/i18n/texts'
import { FrameSlots } from './frame-slots'
import { IntlProvider } from './intl-provider'
import { QueryProvider } from './query-provider'
import { SessionProvider, type SessionProviderProps } from './session-context'

export interface AppProvidersProps extends Omit<SessionProviderProps, 'children'> {
  readonly language: Language
  readonly texts: SomeTexts
  readonly children: ReactNode
}

/** The providers that all pages share, in the order of their dependencies. */
export function AppProviders({ config, starts, language, texts, children }: AppProvidersProps) {
  return (
    <IntlProvider language={language} texts={texts}>
      <LiveRegion>
        <SessionProvider config={config} {...(starts === undefined ? {} : { starts })}>
          <QueryProvider>
            <FrameSlots>{children}</FrameSlots>
          </QueryProvider>
        </SessionProvider>
      </LiveRegion>
    </IntlProvider>
  )
}
