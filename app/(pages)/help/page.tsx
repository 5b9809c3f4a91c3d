import type { Metadata } from 'next'
import { HelpPage } from '@/components/help/help-page'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].help.title }
}

export default function Page() {
  return (
    <PageTexts of={['help']}>
      <HelpPage />
    </PageTexts>
  )
}
