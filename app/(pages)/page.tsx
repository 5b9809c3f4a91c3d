import type { Metadata } from 'next'
import { FleetPage } from '@/components/fleet/fleet-page'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { FollowView } from '@/components/watches/follow-view'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].frame.place.fleet }
}

export default function Page() {
  return (
    <PageTexts
      of={[
        'errors',
        'evidence.kind',
        'evidence.mark',
        'evidence.source',
        'evidence.value',
        'facts',
        'flags',
        'fleet',
        'states',
        'verdict',
        'vm.again',
        'vm.message',
        'vm.next',
        'watches.follow',
      ]}
    >
      <SessionGate>
        <FleetPage tools={<FollowView />} />
      </SessionGate>
    </PageTexts>
  )
}
