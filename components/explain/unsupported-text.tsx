'use client'

import { useLocale } from 'next-intl'
import { useRemedies } from '@/components/state/use-remedies'
import type { Troubleshooting } from '@/lib/diagnosis/troubleshoot'
import { formatSentences } from '@/lib/i18n/format'
import { withValues } from '@/lib/i18n/with-values'

/** Why Azure Disk Encryption does not support the VM; nothing where no remedy would send a request. */
export function UnsupportedText({ unsupported }: Pick<Troubleshooting, 'unsupported'>) {
  const language = useLocale()
  const words = useRemedies()
  if (unsupported.length === 0 || words === undefined || words === null) return null
  const reasons = unsupported.map(({ reason, values }) => withValues(words.reasons[reason], values))
  return (
    <p>
      <span className="font-medium">{words.steps['request-unsupported'].title}</span>
      <br />
      {formatSentences(language, reasons)}
    </p>
  )
}
