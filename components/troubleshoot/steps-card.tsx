'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Cause, Step, Troubleshoot } from '@/lib/contract/troubleshoot'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { Age } from '@/components/state/age'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Shell } from '@/components/ui/command-block'
import { useShell } from '@/components/state/use-shell'
import { StepItem } from '@/components/state/step-item'
import { readAlready } from '@/lib/views/read-already'
import { BootLogRead, ReadAlreadyList } from './read-already'
import type { DoneSteps } from './use-done-steps'

export interface StepsCardProps {
  /** Counted from 1. */
  readonly number: number
  readonly cause: Cause
  readonly steps: readonly Step[]
  readonly prerequisites: Troubleshoot['prerequisites']
  readonly inside: Troubleshoot['inside']
  /** The screen of a Windows VM is not in its serial console log. */
  readonly isLinux: boolean
  readonly words: Remedies
  readonly done: DoneSteps
  readonly readAt: string
  readonly reading: boolean
  readonly onRecheck: () => void
}

/** Check, do, verify for one cause, and a new reading that shows what changed. */
export function StepsCard(props: StepsCardProps) {
  const { number, cause, steps, prerequisites, inside, isLinux, words, done, readAt, reading, onRecheck } = props
  const t = useTranslations('troubleshoot')
  const [shell, setShell]: [Shell, (shell: Shell) => void] = useShell()
  const own = cause.steps.flatMap((kind) => steps.find((step) => step.kind === kind) ?? [])
  const current = own.find(({ kind }) => !done.isDone(kind))
  const knownOf = (kind: Step['kind']) => {
    if (kind === 'save-boot-log' && inside?.source === 'boot-diagnostics')
      return { known: { shown: <BootLogRead readAt={readAt} />, isWhole: isLinux && !inside.cut } }
    const { checks, isWhole } = readAlready(kind, prerequisites)
    if (checks.length === 0) return {}
    return { known: { shown: <ReadAlreadyList checks={checks} words={words} readAt={readAt} />, isWhole } }
  }
  return (
    <Card title={t('steps.title', { number })} hint={t('steps.hint')} padded={false}>
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
              isCurrent: step === current,
              onChange: (isDone) => done.tick(step.kind, isDone),
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
          {t.rich('lastRead', { age: () => <Age at={readAt} style="sentence" /> })}
        </span>
      </div>
    </Card>
  )
}
