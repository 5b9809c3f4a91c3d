'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { GuidedText } from '@/components/state/guided-text'
import { helpPath } from '@/components/state/help-path'
import { severityClass, SeverityIcon } from '@/components/state/severity-mark'
import { useRemedies } from '@/components/state/use-remedies'
import { SupportChip } from '@/components/state/support-chip'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { classNames } from '@/components/ui/class-names'
import { adviceOn, type AdvisedCause, type AdvisedStep } from '@/lib/diagnosis/advice'
import type { ShownStep } from '@/lib/diagnosis/steps/types'
import type { WeighedProblem } from '@/lib/diagnosis/troubleshoot'
import { formatSentences } from '@/lib/i18n/format'
import type { Remedies } from '@/lib/i18n/remedies/types'

function Steps({ steps, words }: { readonly steps: readonly AdvisedStep[]; readonly words: Remedies }) {
  const t = useTranslations('troubleshoot.steps')
  return (
    <ol className="flex list-decimal flex-col gap-1 pl-6">
      {steps.map(({ kind, isAlternative, losses }) => (
        <li key={kind}>
          {isAlternative && <span className="font-medium">{t('or')} </span>}
          <GuidedText text={words.steps[kind].title} />
          {losses.map((risk) => (
            <p key={risk} className="state-failed font-medium text-word">
              <GuidedText text={words.risks[risk].warning} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** The causes in their order, each with the strength of its evidence and its own steps; the first one's are open. */
function Causes({ causes, words }: { readonly causes: readonly AdvisedCause[]; readonly words: Remedies }) {
  const t = useTranslations('explain')
  return (
    <ol className="flex flex-col">
      {causes.map(({ kind, support, steps }, index) => (
        <li key={kind} className="flex flex-col gap-1 border-t border-line py-2.5 first:border-t-0">
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="font-medium">
              {index + 1}. <GuidedText text={words.causes[kind].title} />
            </span>
            <SupportChip support={support} />
          </p>
          {steps.length > 0 && (
            <details open={index === 0}>
              <summary className="prose-link cursor-pointer">{t('steps', { number: index + 1 })}</summary>
              <div className="mt-1.5">
                <Steps steps={steps} words={words} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}

export interface ProblemResultProps {
  readonly problem: WeighedProblem
  /** The steps with their risks for this VM. */
  readonly steps: readonly ShownStep[]
  /** What decided it, between the problem and its causes. */
  readonly children?: ReactNode
}

/** One problem: how severe it is, what it means, its causes and their steps. */
export function ProblemResult({ problem, steps, children }: ProblemResultProps) {
  const t = useTranslations('explain')
  const severities = useTranslations('troubleshoot.severity')
  const language = useLocale()
  const words = useRemedies()
  const { kind, severity } = problem
  const about = words === undefined || words === null ? null : words.problems[kind]
  return (
    <Card
      className={classNames(severityClass[severity], severity !== 'info' && 'border-l-4 border-l-mark')}
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Chip size="header" icon={<SeverityIcon severity={severity} />} tinted={severity !== 'info'}>
            {severities(severity)}
          </Chip>
          <span className="text-verdict-small">{about?.title}</span>
        </span>
      }
    >
      {about !== null && (
        <p className="prose-body">
          <GuidedText text={formatSentences(language, [about.meaning, about.consequence])} />
        </p>
      )}
      {children}
      {words !== undefined && words !== null && (
        <>
          <h3 className="mt-3 font-semibold">{t('causes')}</h3>
          <Causes causes={adviceOn(problem, steps)} words={words} />
        </>
      )}
      <Link className="prose-link mt-1 inline-block font-medium" href={helpPath(kind)}>
        {t('openHelp')}
      </Link>
    </Card>
  )
}
