import type { Metadata } from 'next'
import { PlainFrame } from '@/components/layout/plain-frame'
import { IntlProvider } from '@/components/providers/intl-provider'
import { requestPreferences } from '@/components/providers/request-preferences'
import { SharedPage } from '@/components/snapshots/shared-page'
import { messages } from '@/lib/i18n/messages'
import { textsOf } from '@/lib/i18n/scopes'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].snapshots.shared.title, referrer: 'no-referrer' }
}

/**
 * What a snapshot link shows to readers who are not signed in: outside the page frame, without MSAL and without any
 * account.
 */
export default async function Page() {
  const { language, theme, contrast } = await requestPreferences()
  const texts = textsOf(language, [
    'errors',
    'evidence',
    'facts',
    'flags',
    'fleet.gaps',
    'frame',
    'snapshots',
    'states',
    'ui',
    'verdict',
    'vm',
  ])
  return (
    <IntlProvider language={language} texts={texts}>
      <PlainFrame theme={theme} contrast={contrast}>
        <SharedPage />
      </PlainFrame>
    </IntlProvider>
  )
}
