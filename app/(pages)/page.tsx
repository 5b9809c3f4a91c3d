import type { Metadata } from 'next'
import { FleetPage } from '@/components/fleet/fleet-page'
import { SessionGate } from '@/components/layout/session-gate'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].frame.place.fleet }
}

export default function Page() {
  return (
    <SessionGate>
      <FleetPage />
    </SessionGate>
  )
}
