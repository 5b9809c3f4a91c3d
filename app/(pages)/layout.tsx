import type { ReactNode } from 'react'
import { Frame } from '@/components/layout/frame'
import { AppProviders } from '@/components/providers/app-providers'
import { requestPreferences } from '@/components/providers/request-preferences'
import { browserConfig } from '@/lib/config/config'
import { messages } from '@/lib/i18n/messages'
import { LanguageFont } from './language-font'

export default async function PagesLayout({ children }: { readonly children: ReactNode }) {
  const { language, theme, contrast } = await requestPreferences()
  return (
    <AppProviders config={browserConfig()} language={language} texts={messages[language]}>
      <LanguageFont language={language} />
      <Frame theme={theme} contrast={contrast} places={['fleet', 'explain']}>
        {children}
      </Frame>
    </AppProviders>
  )
}
