'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Age } from '@/components/state/age'
import { guestLine } from '@/components/state/guest-text'
import { GuidedText } from '@/components/state/guided-text'
import { formatItems } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import { withValues } from '@/lib/i18n/with-values'
import type { Prerequisite } from '@/lib/contract/troubleshoot'
import type { Remedies } from '@/lib/i18n/remedies/types'
import type { RecentChanges } from '@/lib/views/read-already'
import { CheckIcon } from './check-icon'

export interface ReadAlreadyProps {
  readonly checks: readonly Prerequisite[]
  readonly words: Remedies
  /** ISO time of the reading. */
  readonly readAt: string
}

/** The results of this reading that answer a step, instead of a command that would read them again. */
export function ReadAlreadyList({ checks, words, readAt }: ReadAlreadyProps) {
  const t = useTranslations('troubleshoot.steps')
  return (
    <div className="rounded-card border border-line bg-sunken px-3 py-2">
      <p className="text-meta font-medium text-text-2">
        {t.rich('readAlready', { age: () => <Age at={readAt} style="sentence" /> })}
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {checks.map(({ kind, outcome, reason, values }) => (
          <li key={kind} className="flex items-start gap-2">
            <CheckIcon outcome={outcome} />
            <span className="min-w-0 wrap-anywhere">
              <GuidedText text={withValues(words.reasons[reason], values)} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The step that saves the serial console log, where this reading has it. */
export function BootLogRead({ readAt }: Pick<ReadAlreadyProps, 'readAt'>) {
  const t = useTranslations('troubleshoot.steps')
  return (
    <p className="rounded-card border border-line bg-sunken px-3 py-2 text-meta text-text-2">
      {t.rich('logRead', { age: () => <Age at={readAt} style="sentence" /> })}
    </p>
  )
}

/** More would push the commands off the screen; the Timeline has all of them. */
const mostChanges = 5

/** The events of the Activity Log that answer the step for the recent changes. */
export function RecentChangesList({ items, isWhole, line }: RecentChanges & { readonly line: ReactNode }) {
  const t = useTranslations('troubleshoot.steps')
  const words = useTranslations('timeline')
  const language = useLocale()
  const more = items.length - mostChanges
  return (
    <div className="rounded-card border border-line bg-sunken px-3 py-2">
      <p className="text-meta font-medium text-text-2">{line}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {items.slice(0, mostChanges).map(({ key, from, actor, kind, resourceId, outcome }) => (
          <li key={key} className="min-w-0 wrap-anywhere">
            {formatItems(language, [
              formatMoment(language, Date.parse(from), 'full'),
              actor.name === null ? words(`actor.${actor.kind}`) : guestLine(actor.name, 120),
              words(`activity.${kind}`),
              guestLine(resourceId.split('/').at(-1) ?? resourceId, 120),
              words(`outcome.${outcome}`),
            ])}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-1 text-meta text-text-2">{t('changesMore', { count: more })}</p>}
      {!isWhole && <p className="mt-1 text-meta text-text-2">{t('changesCut')}</p>}
    </div>
  )
}
