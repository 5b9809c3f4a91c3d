'use client'

import { KeyRound, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Step } from '@/lib/contract/troubleshoot'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { GuidedText } from './guided-text'
import type { Shell } from '@/components/ui/command-block'
import { StepCommands, type ShownCommands } from './step-commands'

/** A step ready to show, with its commands filled in. */
export interface ShownStep extends Readonly<Pick<Step, 'kind' | 'phase' | 'right'>> {
  readonly risks: readonly Step['risks'][number][]
  readonly commands: ShownCommands
}

export interface StepItemProps {
  /** Element id, for links to the step. */
  readonly id?: string
  readonly number: number
  readonly step: ShownStep
  /** It can be taken in place of the step before it. */
  readonly isAlternative?: boolean
  readonly words: Remedies
  readonly shell: Shell
  readonly onShellChange: (shell: Shell) => void
}

/** Risks of a step, and its preconditions. */
function Risks({ step, words }: Pick<StepItemProps, 'step' | 'words'>) {
  const t = useTranslations('troubleshoot.steps')
  return step.risks.map((risk) => (
    <div
      key={risk}
      className="state-restart-pending flex items-start gap-2.5 rounded-card border border-mark bg-tint px-3 py-2 text-word"
    >
      <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
      <div>
        <p className="font-medium">
          <GuidedText text={words.risks[risk].warning} />
        </p>
        <p>
          {t('before')}: <GuidedText text={words.risks[risk].precondition} />
        </p>
      </div>
    </div>
  ))
}

function Outputs({ outputs }: { readonly outputs: Remedies['steps'][Step['kind']]['outputs'] }) {
  const t = useTranslations('troubleshoot.steps')
  if (outputs.length === 0) return null
  return (
    <dl aria-label={t('output')} className="grid gap-x-4 gap-y-1 narrow:grid-cols-[minmax(8rem,14rem)_minmax(0,1fr)]">
      {outputs.map(({ output, means }) => (
        <div key={output} className="contents">
          <dt className="min-w-0 font-medium wrap-anywhere">
            <GuidedText text={output} />
          </dt>
          <dd className="min-w-0 text-text-2 max-narrow:mb-2">
            <GuidedText text={means} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** One step of a remedy: the permission it needs, its risks, the command, and the meaning of its output. */
export function StepItem({ id, number, step, isAlternative = false, words, shell, onShellChange }: StepItemProps) {
  const t = useTranslations('troubleshoot.steps')
  const { title, text, outputs } = words.steps[step.kind]
  return (
    <li
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className="grid scroll-mt-16 grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 border-t border-line px-4 py-4"
    >
      <span
        aria-hidden
        className="flex size-7 items-center justify-center rounded-round border border-ink font-semibold tabular-nums"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-col gap-2.5">
        <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-label font-semibold tracking-wide text-text-2 uppercase">
            {t(`phase.${step.phase}`)}
          </span>
          {isAlternative && <span className="font-medium">{t('or')}</span>}
          <h3 className="text-section font-semibold">
            <GuidedText text={title} />
          </h3>
          {step.right !== 'none' && (
            <span className="ml-auto inline-flex items-center gap-1.5 text-meta text-text-2">
              <KeyRound size={14} aria-hidden />
              <span className="sr-only">{t('right')}: </span>
              {words.rights[step.right]}
            </span>
          )}
        </div>
        <Risks step={step} words={words} />
        <p className="prose-body">
          <GuidedText text={text} />
        </p>
        <StepCommands title={title} commands={step.commands} shell={shell} onShellChange={onShellChange} />
        <Outputs outputs={outputs} />
      </div>
    </li>
  )
}
