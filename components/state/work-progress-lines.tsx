'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { WorkProgress } from '@/lib/contract/work-progress'
import { formatDuration, formatTime } from '@/lib/i18n/format'
import { useSinceText } from './since-text'
import { useSignText } from './use-sign-text'

/** Since when, the source of that time, the documented duration, and the rule for "possibly stuck". */
export function WorkProgressLines({ workProgress }: { readonly workProgress: WorkProgress }) {
  const t = useTranslations('vm.workProgress')
  const language = useLocale()
  const since = useSinceText()
  const signText = useSignText((iso) => formatTime(language, iso))
  const { history, failure, requested, documented, work } = workProgress
  return (
    <ul className="flex flex-col gap-1.5">
      {requested !== null && (
        <li>
          {t(requested.actor.name === null ? 'requested' : 'requestedBy', {
            length: formatDuration(language, Date.parse(workProgress.at) - Date.parse(requested.at)),
            time: formatTime(language, requested.at),
            name: requested.actor.name ?? '',
          })}
        </li>
      )}
      {history !== null && <li>{since.long(history)}</li>}
      {failure !== null && <li className="text-text-2">{t(failure === 'off' ? 'off' : 'failed')}</li>}
      {documented !== null && (
        <li className="text-text-2">
          {t('documented', {
            low: formatDuration(language, documented.low),
            high: formatDuration(language, documented.high),
          })}
        </li>
      )}
      {work?.stuck.map((sign) => (
        <li key={sign.rule} className="font-medium">
          {signText(sign)}
        </li>
      ))}
    </ul>
  )
}
