'use client'

import { useTranslations } from 'next-intl'
import type { Cause, Problem } from '@/lib/contract/troubleshoot'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { GuidedText } from '@/components/state/guided-text'
import { SupportChip } from '@/components/state/support-chip'
import { withValues } from '@/lib/i18n/with-values'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { SameProblem } from './same-problem'

export interface CauseListProps {
  readonly causes: readonly Cause[]
  readonly words: Remedies
  readonly current: Cause | undefined
  readonly onChoose: (cause: Cause) => void
  /** The problem that they would cause. */
  readonly problem: Problem['kind']
}

/** The possible causes for this VM, those supported by its evidence first. */
export function CauseList({ causes, words, current, onChoose, problem }: CauseListProps) {
  const t = useTranslations('troubleshoot.causes')
  return (
    <Card title={t('title')} hint={t('hint')} padded={false}>
      {causes.length === 0 && <p className="px-4 pb-4 text-text-2">{t('none')}</p>}
      <ol aria-label={t('label')} className="pb-2">
        {causes.map((cause, index) => {
          const { title, text } = words.causes[cause.kind]
          const chosen = cause.kind === current?.kind
          return (
            <li key={cause.kind}>
              <button
                type="button"
                aria-pressed={chosen}
                onClick={() => onChoose(cause)}
                className={classNames(
                  'focus-inside grid w-full grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 border-l-[3px] px-4 py-2.5 text-left',
                  chosen ? 'border-ink bg-selected' : 'border-transparent hover:bg-hover',
                )}
              >
                <span className="font-semibold tabular-nums">{index + 1}</span>
                <span className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
                  <span className="font-medium">
                    <GuidedText text={title} />
                  </span>
                  <SupportChip support={cause.support} />
                </span>
                <span className="col-start-2 text-meta text-text-2">
                  <GuidedText text={withValues(text, cause.values)} />
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <SameProblem problem={problem} />
    </Card>
  )
}
