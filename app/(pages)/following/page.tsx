import type { Metadata } from 'next'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { FollowingPage } from '@/components/watches/following-page'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].watches.page.title }
}

export default function Page() {
  return (
    <PageTexts of={['errors', 'fleet.gaps', 'history.off', 'local.next', 'watches.follow', 'watches.page']}>
      <SessionGate>
        <FollowingPage />
      </SessionGate>
    </PageTexts>
  )
}
