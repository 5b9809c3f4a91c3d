'use client'

import { Check, ChevronDown, KeyRound, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import type { Step } from '@/lib/contract/troubleshoot'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { GuidedText } from './guided-text'
import { classNames } from '@/components/ui/class-names'
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
  /** Whether the user ticked the step, and how to change it; without it a step has no box and is always open. */
  readonly tick?: StepTick
  /** What was read already, and the same in one line; its command is then folded if nothing is missing. */
  readonly known?: { readonly line: ReactNode; readonly shown: ReactNode; readonly isWhole: boolean }
}

export interface StepTick {
  readonly isDone: boolean
  /** The first step that is not done. */
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly onChange: (done: boolean) => void
  readonly onFold: () => void
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

/** Number of the step: filled for the current one, a tick for one that is done. */
function StepNumber({ number, tick }: { readonly number: number; readonly tick: StepTick | undefined }) {
  return (
    <span
      aria-hidden
      className={classNames(
        'flex size-7 items-center justify-center rounded-round border border-ink font-semibold tabular-nums',
        tick?.isCurrent === true && 'bg-ink text-on-ink',
      )}
    >
      {tick?.isDone === true ? <Check size={16} /> : number}
    </span>
  )
}

interface StepControlsProps {
  readonly tick: StepTick
  readonly title: string
  readonly contentId: string
}

/** The box of a step, and the button that folds it. */
function StepControls({ tick, title, contentId }: StepControlsProps) {
  const t = useTranslations('troubleshoot.steps')
  return (
    <>
      <label className="inline-flex min-h-11 items-center gap-1.5 text-meta narrow:min-h-7 print:hidden">
        <input
          type="checkbox"
          className="size-4 accent-ink"
          checked={tick.isDone}
          aria-label={t('doneOf', { step: title })}
          onChange={(event) => tick.onChange(event.target.checked)}
        />
        {t('done')}
      </label>
      <button
        type="button"
        aria-expanded={tick.isOpen}
        aria-controls={contentId}
        aria-label={t('detailsOf', { step: title })}
        onClick={tick.onFold}
        className="inline-flex size-11 items-center justify-center rounded-control text-text-2 narrow:size-7 hover:bg-hover print:hidden"
      >
        <ChevronDown size={16} aria-hidden className={tick.isOpen ? 'rotate-180' : undefined} />
      </button>
    </>
  )
}

/** Everything of a step below its title. */
function StepContent({
  step,
  words,
  shell,
  onShellChange,
  known,
}: Omit<StepItemProps, 'number' | 'id' | 'isAlternative' | 'tick'>) {
  const t = useTranslations('troubleshoot.steps')
  const { title, text, outputs } = words.steps[step.kind]
  const asked = (
    <>
      <StepCommands title={title} commands={step.commands} shell={shell} onShellChange={onShellChange} />
      <Outputs outputs={outputs} />
    </>
  )
  return (
    <>
      <Risks step={step} words={words} />
      <p className="prose-body">
        <GuidedText text={text} />
      </p>
      {known?.shown}
      {known?.isWhole === true ? (
        <details>
          <summary className="min-h-7 cursor-pointer content-center text-meta font-medium">{t('yourself')}</summary>
          <div className="mt-1 flex min-w-0 flex-col gap-2.5">{asked}</div>
        </details>
      ) : (
        asked
      )}
    </>
  )
}

/**
 * One step of a remedy: the permission it needs, its risks, the command, and the meaning of its output. A step that can be
 * ticked can be folded to its title and one line; print shows it as the screen does.
 */
export function StepItem({ id, number, isAlternative = false, tick, ...content }: StepItemProps) {
  const t = useTranslations('troubleshoot.steps')
  const contentId = useId()
  const { step, words, known } = content
  const { title, text } = words.steps[step.kind]
  const isOpen = tick?.isOpen !== false
  return (
    <li
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className="grid scroll-mt-16 grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 border-t border-line px-4 py-4"
    >
      <StepNumber number={number} tick={tick} />
      <div className="flex min-w-0 flex-col gap-2.5">
        <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-label font-semibold tracking-wide text-text-2 uppercase">
            {t(`phase.${step.phase}`)}
          </span>
          {isAlternative && <span className="font-medium">{t('or')}</span>}
          <h3 className="text-section font-semibold">
            <GuidedText text={title} />
          </h3>
          <span className="ml-auto inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            {step.right !== 'none' && (
              <span className="inline-flex items-center gap-1.5 text-meta text-text-2">
                <KeyRound size={14} aria-hidden />
                <span className="sr-only">{t('right')}: </span>
                {words.rights[step.right]}
              </span>
            )}
            {tick !== undefined && <StepControls tick={tick} title={title.replaceAll('`', '')} contentId={contentId} />}
          </span>
        </div>
        {!isOpen && <p className="-mt-1.5 truncate text-text-2">{known?.line ?? <GuidedText text={text} />}</p>}
        <div id={contentId} hidden={!isOpen} className={isOpen ? 'flex min-w-0 flex-col gap-2.5' : undefined}>
          <StepContent {...content} />
        </div>
      </div>
    </li>
  )
}
