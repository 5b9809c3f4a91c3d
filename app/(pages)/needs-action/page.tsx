import type { Metadata } from 'next'
import { GroupedPage } from '@/components/inbox/grouped-page'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].inbox.needs.title }
}

export default function Page() {
  return (
    <PageTexts
      of={['errors', 'fleet.gaps', 'history.off', 'inbox', 'local.next', 'notes', 'states.since', 'troubleshoot.steps']}
    >
      <SessionGate>
        <GroupedPage view="needs" />
      </SessionGate>
    </PageTexts>
  )
}
