'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { Prerequisite, Step } from '@/lib/contract/troubleshoot'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { GuidedText } from '@/components/state/guided-text'
import { StepCommands } from '@/components/state/step-commands'
import { useShell } from '@/components/state/use-shell'
import { withValues } from '@/lib/i18n/with-values'
import { classNames } from '@/components/ui/class-names'
import { CheckIcon } from './check-icon'

export type Outcome = Prerequisite['outcome']

/** Checks that require no action are folded until the user opens them. */
const folded: ReadonlySet<Outcome> = new Set<Outcome>(['pass', 'not-applicable', 'not-visible'])

interface CheckProps {
  readonly check: Prerequisite
  readonly step: Step | null
  readonly words: Remedies
}

/** The command to run inside the VM, shown when no call to Azure can answer the check. */
function GuestCheck({ step, words }: { readonly step: Step; readonly words: Remedies }) {
  const t = useTranslations('troubleshoot.readiness')
  const [shell, setShell] = useShell()
  const { title, text } = words.steps[step.kind]
  return (
    <details className="mt-1">
      <summary className="cursor-pointer text-meta font-medium">{t('inside')}</summary>
      <div className="mt-2 flex min-w-0 flex-col gap-2">
        {step.risks.map((risk) => (
          <p key={risk} className="text-word font-medium">
            <GuidedText text={words.risks[risk].warning} />
          </p>
        ))}
        <p className="prose-body">
          <GuidedText text={text} />
        </p>
        <StepCommands title={title} commands={step.commands} shell={shell} onShellChange={setShell} />
      </div>
    </details>
  )
}

/** One check: what was read, what was found, why it matters and where it is documented. */
function Check({ check, step, words }: CheckProps) {
  const t = useTranslations('troubleshoot.readiness')
  const reads = useTranslations('troubleshoot.reads')
  const { title, text } = words.prerequisites[check.kind]
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 border-t border-line px-4 py-2.5">
      <CheckIcon outcome={check.outcome} />
      <div className="grid min-w-0 gap-x-4 narrow:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
        <h3 className="font-medium">{title}</h3>
        <div className="min-w-0 wrap-anywhere">
          <p>
            <GuidedText text={withValues(words.reasons[check.reason], check.values)} />
            {check.missing !== null && ` (${reads(`name.${check.missing}`)})`}
          </p>
          <p className="text-meta text-text-2">
            <GuidedText text={text} />{' '}
            <a
              className="prose-link whitespace-nowrap"
              href={check.source}
              target="_blank"
              rel="noreferrer"
              aria-label={t('sourceOf', { check: title })}
            >
              {t('source')}
            </a>
          </p>
          {step !== null && <GuestCheck step={step} words={words} />}
        </div>
      </div>
    </li>
  )
}

export interface PrerequisiteGroupProps {
  readonly outcome: Outcome
  readonly checks: readonly Prerequisite[]
  readonly steps: readonly Step[]
  readonly words: Remedies
}

/** All checks with one outcome, under a heading that folds. */
export function PrerequisiteGroup({ outcome, checks, steps, words }: PrerequisiteGroupProps) {
  const t = useTranslations('troubleshoot.readiness')
  const [open, setOpen] = useState(!folded.has(outcome))
  const listId = useId()
  return (
    <section className="card min-w-0">
      <h2 className="text-section font-semibold">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
          className="focus-inside flex w-full items-baseline gap-x-2 px-4 py-3 text-left"
        >
          {t(`outcome.${outcome}`)}
          <span className="text-meta font-normal text-text-2">{t('count', { count: checks.length })}</span>
          <ChevronDown size={16} aria-hidden className={classNames('ml-auto self-center', open && 'rotate-180')} />
        </button>
      </h2>
      <ul id={listId} hidden={!open}>
        {checks.map((check) => (
          <Check
            key={check.kind}
            check={check}
            step={steps.find(({ kind }) => kind === check.step) ?? null}
            words={words}
          />
        ))}
      </ul>
    </section>
  )
}
