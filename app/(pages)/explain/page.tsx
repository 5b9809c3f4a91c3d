import type { Metadata } from 'next'
import { ExplainPage } from '@/components/explain/explain-page'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].explain.title }
}

export default function Page() {
  return (
    <PageTexts
      of={[
        'evidence',
        'explain',
        'facts.pass',
        'facts.phase',
        'facts.role',
        'flags',
        'states.volume',
        'troubleshoot.inside',
        'troubleshoot.severity',
        'troubleshoot.steps',
        'troubleshoot.support',
        'troubleshoot.volume',
        'verdict',
        'vm.evidence',
        'vm.flags',
        'vm.message',
        'vm.next',
        'vm.tools',
        'vm.volumes',
        'vm.words',
      ]}
    >
      <ExplainPage />
    </PageTexts>
  )
}
