import type { Metadata } from 'next'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { RetirementPage } from '@/components/retirement/retirement-page'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].retirement.title }
}

export default function Page() {
  return (
    <PageTexts
      of={[
        'errors',
        'facts.otherEncryption',
        'fleet.gaps',
        'history.off',
        'local.next',
        'notes',
        'retirement',
        'troubleshoot.steps',
      ]}
    >
      <SessionGate>
        <RetirementPage />
      </SessionGate>
    </PageTexts>
  )
}
