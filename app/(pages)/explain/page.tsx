import type { Metadata } from 'next'
import { ExplainPage } from '@/components/explain/explain-page'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].explain.title }
}

export default function Page() {
  return <ExplainPage />
}
