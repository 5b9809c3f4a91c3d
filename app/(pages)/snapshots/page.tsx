import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { SnapshotsPage } from '@/components/snapshots/snapshots-page'
import { browserConfig } from '@/lib/config/config'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].snapshots.page.title }
}

export default function Page() {
  if (browserConfig().snapshotHours === null) notFound()
  return (
    <PageTexts of={['errors', 'fleet.gaps', 'history.off', 'local.next', 'snapshots.page', 'snapshots.part']}>
      <SessionGate>
        <SnapshotsPage />
      </SessionGate>
    </PageTexts>
  )
}
