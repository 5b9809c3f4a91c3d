import type { Metadata } from 'next'
import { RedirectBridge } from '@/components/layout/redirect-bridge'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].frame.bridge.title }
}

/** The redirect address of the sign-in; outside the page frame and without any provider. */
export default async function RedirectPage() {
  const { language } = await requestPreferences()
  const { title, text, failed, home } = messages[language].frame.bridge
  return <RedirectBridge texts={{ title, text, failed, home }} />
}
