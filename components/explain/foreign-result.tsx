'use client'

import { useTranslations } from 'next-intl'
import { MessageText } from '@/components/state/message-text'
import { Card } from '@/components/ui/card'
import type { ForeignText } from '@/lib/diagnosis/text/explain-text'

/** The last text of each other extension that is named; nothing is concluded from any of them. */
export function ForeignResult({ foreign }: { readonly foreign: readonly ForeignText[] }) {
  const t = useTranslations('explain')
  if (foreign.length === 0) return null
  const last = new Map(foreign.map((each) => [each.extension, each]))
  return (
    <Card title={t('foreignTitle')}>
      <p className="text-text-2">{t('foreignText')}</p>
      <dl className="mt-3 flex flex-col gap-3">
        {[...last.values()].map(({ extension, text }) => (
          <div key={extension} className="flex flex-col gap-1">
            <dt dir="ltr" className="font-mono text-code wrap-anywhere">
              {extension}
            </dt>
            <dd>
              <MessageText text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
