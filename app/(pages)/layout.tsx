import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { Frame } from '@/components/layout/frame'
import { AppProviders } from '@/components/providers/app-providers'
import { requestPreferences } from '@/components/providers/request-preferences'
import { browserConfig } from '@/lib/config/config'
import { messages } from '@/lib/i18n/messages'

/** The Japanese font has thousands of characters in many files; only Japanese pages load its list. */
const JapaneseFont = dynamic(() => import('./japanese-font'))

export default async function PagesLayout({ children }: { readonly children: ReactNode }) {
  const { language, theme, contrast } = await requestPreferences()
  return (
    <AppProviders config={browserConfig()} language={language} texts={messages[language]}>
      {language === 'ja' && <JapaneseFont />}
      <Frame theme={theme} contrast={contrast} places={['fleet']}>
        {children}
      </Frame>
    </AppProviders>
  )
}
