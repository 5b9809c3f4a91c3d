'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Step, Troubleshoot } from '@/lib/contract/troubleshoot'
import { Age } from '@/components/state/age'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Shell } from '@/components/ui/command-block'
import { useShell } from '@/components/state/use-shell'
import { StepItem } from '@/components/state/step-item'
import { currentStep } from '@/lib/views/open-steps'
import type { DoneSteps } from './use-done-steps'
import { useKnown, type KnownInput } from './use-known'
import { useOpenSteps } from './use-open-steps'

export interface StepsCardProps extends KnownInput {
  /** Counted from 1. */
  readonly number: number
  readonly answer: Troubleshoot
  readonly done: DoneSteps
  readonly reading: boolean
  readonly onRecheck: () => void
}

/** Check, do, verify for one cause, and a new reading that shows what changed. */
export function StepsCard(props: StepsCardProps) {
  const { number, cause, answer, words, done, reading, onRecheck } = props
  const t = useTranslations('troubleshoot')
  const [shell, setShell]: [Shell, (shell: Shell) => void] = useShell()
  const knownOf = useKnown(props)
  const current = currentStep(cause, done.isDone)
  const open = useOpenSteps(current)
  const own: readonly Step[] = cause.steps.flatMap((kind) => answer.steps.find((step) => step.kind === kind) ?? [])
  return (
    <Card
      title={t('steps.title', { number })}
      hint={t('steps.hint')}
      padded={false}
      actions={
        own.length > 1 && (
          <Button variant="quiet" aria-pressed={open.showsAll} onClick={open.toggleAll}>
            {t('steps.openAll')}
          </Button>
        )
      }
    >
      <ol className="mt-1">
        {own.map((step, index) => (
          <StepItem
            key={step.kind}
            number={index + 1}
            step={step}
            isAlternative={cause.alternatives.includes(step.kind)}
            words={words}
            shell={shell}
            onShellChange={setShell}
            tick={{
              isDone: done.isDone(step.kind),
              isCurrent: step.kind === current,
              isOpen: open.isOpen(step.kind),
              onChange: (isDone) => {
                open.forget(step.kind)
                done.tick(step.kind, isDone)
              },
              onFold: () => open.fold(step.kind),
            }}
            {...knownOf(step.kind)}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3">
        <Button variant="ink" icon={<RefreshCw size={16} aria-hidden />} aria-busy={reading} onClick={onRecheck}>
          {t('again')}
        </Button>
        <span className="text-meta text-text-2">
          {t.rich('lastRead', { age: () => <Age at={answer.readAt} style="sentence" /> })}
        </span>
      </div>
    </Card>
  )
}
