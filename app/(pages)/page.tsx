import type { Metadata } from 'next'
import { SessionGate } from '@/components/layout/session-gate'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].frame.place.fleet }
}

export default async function FleetPage() {
  const { language } = await requestPreferences()
  return (
    <SessionGate>
      <h1 className="p-5 text-page font-semibold tracking-heading">{messages[language].frame.place.fleet}</h1>
    </SessionGate>
  )
}
