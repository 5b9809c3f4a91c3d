import type { Metadata } from 'next'
import { SessionGate } from '@/components/layout/session-gate'
import { HistoryPage } from '@/components/timeline/history-page'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].frame.place.history }
}

export default function Page() {
  return (
    <PageTexts of={['errors', 'fleet.gaps', 'history', 'local.next']}>
      <SessionGate>
        <HistoryPage />
      </SessionGate>
    </PageTexts>
  )
}
