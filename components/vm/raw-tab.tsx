'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Card } from '@/components/ui/card'

/** The JSON as read, as text, ready to copy. */
export function RawTab({ raw }: { readonly raw: string }) {
  const t = useTranslations('vm.raw')
  const ui = useTranslations('ui')
  return (
    <Card
      title={t('title')}
      hint={t('hint')}
      actions={<CopyButton text={raw} label={t('copy')} copiedLabel={ui('copied')} failedLabel={ui('copyFailed')} />}
    >
      <pre
        dir="ltr"
        lang="en"
        role="region"
        aria-label={t('label')}
        tabIndex={0}
        className="max-h-[70vh] overflow-auto rounded-control border border-line bg-code-surface p-3 font-mono text-code"
      >
        {raw}
      </pre>
    </Card>
  )
}
