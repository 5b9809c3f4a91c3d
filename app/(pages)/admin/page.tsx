import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/components/admin/admin-page'
import { NotFoundCard } from '@/components/layout/not-found-card'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { adminConfig } from '@/lib/config/admin-config'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].admin.title }
}

export default function Page() {
  const { role, people } = adminConfig()
  if (role === null && people.length === 0) notFound()
  return (
    <PageTexts of={['admin', 'errors']}>
      <SessionGate>
        <AdminPage otherwise={<NotFoundCard />} />
      </SessionGate>
    </PageTexts>
  )
}
