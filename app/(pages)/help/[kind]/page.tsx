import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HelpArticle } from '@/components/help/help-article'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { problemKindOf } from '@/lib/contract/codes'
import { loadRemedies } from '@/lib/i18n/remedies/load'

interface HelpPageProps {
  readonly params: Promise<{ readonly kind: string }>
}

export async function generateMetadata({ params }: HelpPageProps): Promise<Metadata> {
  const kind = problemKindOf((await params).kind)
  if (kind === null) return {}
  const { language } = await requestPreferences()
  return { title: (await loadRemedies(language)).problems[kind].title }
}

export default async function Page({ params }: HelpPageProps) {
  const kind = problemKindOf((await params).kind)
  if (kind === null) notFound()
  return (
    <PageTexts of={['help', 'troubleshoot.steps']}>
      <HelpArticle kind={kind} />
    </PageTexts>
  )
}
