'use client'

import { useTranslations } from 'next-intl'
import { Age } from '@/components/state/age'
import { GuidedText } from '@/components/state/guided-text'
import { withValues } from '@/lib/i18n/with-values'
import type { Prerequisite } from '@/lib/contract/troubleshoot'
import type { Remedies } from '@/lib/i18n/remedies/types'
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
