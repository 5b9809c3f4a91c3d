'use client'

import { useTranslations } from 'next-intl'
import type { Problem } from '@/lib/contract/troubleshoot'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { severityClass, SeverityIcon } from '@/components/state/severity-mark'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'

export interface ProblemListProps {
  readonly problems: readonly Problem[]
  readonly words: Remedies
  readonly current: Problem
  readonly onChoose: (problem: Problem) => void
}

/** Every problem of this reading, the most severe first; one is open. Not rendered for a single problem. */
export function ProblemList({ problems, words, current, onChoose }: ProblemListProps) {
  const t = useTranslations('troubleshoot')
  if (problems.length < 2) return null
  return (
    <Card title={t('problems')} padded={false}>
      <ul className="pb-2">
        {problems.map((problem) => {
          const chosen = problem.kind === current.kind
          return (
            <li key={problem.kind}>
              <button
                type="button"
                aria-pressed={chosen}
                onClick={() => onChoose(problem)}
                className={classNames(
                  'focus-inside grid w-full grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2.5 border-l-[3px] px-4 py-2 text-left',
                  chosen ? 'border-ink bg-selected' : 'border-transparent hover:bg-hover',
                )}
              >
                <span
                  className={classNames(
                    'mt-0.5',
                    severityClass[problem.severity],
                    problem.severity === 'info' ? 'text-text-2' : 'text-mark',
                  )}
                >
                  <SeverityIcon severity={problem.severity} />
                </span>
                <span className="font-medium">{words.problems[problem.kind].title}</span>
                <span className="col-start-2 text-meta text-text-2">
                  {t(`severity.${problem.severity}`)}
                  {problem.volume !== null && ` · ${t(`volume.${problem.volume}`)}`}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
