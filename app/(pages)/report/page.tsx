import type { Metadata } from 'next'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { ReportPage } from '@/components/report/report-page'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].report.title }
}

export default function Page() {
  return (
    <PageTexts
      of={[
        'errors',
        'fleet.gaps',
        'history.off',
        'local.next',
        'report',
        'retirement',
        'states.data',
        'states.headline',
        'states.meaning',
        'states.trend',
        'states.volume',
      ]}
    >
      <SessionGate>
        <ReportPage />
      </SessionGate>
    </PageTexts>
  )
}
