import type { Metadata } from 'next'
import { HelpMessages } from '@/components/help/help-messages'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].help.messages.title }
}

export default function Page() {
  return (
    <PageTexts of={['help']}>
      <HelpMessages />
    </PageTexts>
  )
}
