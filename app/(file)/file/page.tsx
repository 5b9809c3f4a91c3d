import type { Metadata } from 'next'
import { FileDrop } from '@/components/opened-file/file-drop'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'
import { Screens } from './screens'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].local.inPage.title }
}

export default function Page() {
  return (
    <PageTexts
      of={[
        'errors',
        'evidence',
        'facts',
        'flags',
        'fleet',
        'history',
        'inbox',
        'local.bundle',
        'local.compare',
        'local.inPage',
        'local.next',
        'notes',
        'report',
        'retirement',
        'snapshots',
        'states',
        'timeline',
        'troubleshoot',
        'verdict',
        'vm',
        'watches.follow',
      ]}
    >
      <FileDrop>
        <Screens />
      </FileDrop>
    </PageTexts>
  )
}
