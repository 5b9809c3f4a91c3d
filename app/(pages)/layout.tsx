import type { ReactNode } from 'react'
import { Frame } from '@/components/layout/frame'
import { AppProviders } from '@/components/providers/app-providers'
import { requestPreferences } from '@/components/providers/request-preferences'
import { browserConfig } from '@/lib/config/config'
import { messages } from '@/lib/i18n/messages'

export default async function PagesLayout({ children }: { readonly children: ReactNode }) {
  const { language, theme, contrast } = await requestPreferences()
  return (
    <AppProviders config={browserConfig()} language={language} texts={messages[language]}>
      <Frame theme={theme} contrast={contrast} places={['fleet', 'needs', 'causes', 'explain', 'help']}>
        {children}
      </Frame>
    </AppProviders>
  )
}
