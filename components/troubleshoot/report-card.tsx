'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'

/** For a message that is not in the catalogue: what can be said, and a report that is safe to send. */
export function ReportCard({ report }: { readonly report: string }) {
  const t = useTranslations('troubleshoot.report')
  const ui = useTranslations('ui')
  return (
    <Card
      title={t('title')}
      actions={<CopyButton text={report} label={t('copy')} copiedLabel={ui('copied')} failedLabel={ui('copyFailed')} />}
    >
      <div className="prose-body flex flex-col gap-2">
        <p>{t('text')}</p>
        <p className="text-text-2">{t('ready')}</p>
      </div>
      <pre
        dir="ltr"
        lang="en"
        role="region"
        aria-label={t('label')}
        tabIndex={0}
        className="mt-3 max-h-64 overflow-auto rounded-control border border-line bg-code-surface p-3 font-mono text-code wrap-anywhere whitespace-pre-wrap"
      >
        {report}
      </pre>
    </Card>
  )
}
