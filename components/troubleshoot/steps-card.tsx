'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Cause, Step } from '@/lib/contract/troubleshoot'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { Age } from '@/components/state/age'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Shell } from '@/components/ui/command-block'
import { useShell } from '@/components/state/use-shell'
import { StepItem } from '@/components/state/step-item'

export interface StepsCardProps {
  /** Counted from 1. */
  readonly number: number
  readonly cause: Cause
  readonly steps: readonly Step[]
  readonly words: Remedies
  readonly readAt: string
  readonly reading: boolean
  readonly onRecheck: () => void
}

/** Check, do, verify for one cause, and a new reading that shows what changed. */
export function StepsCard({ number, cause, steps, words, readAt, reading, onRecheck }: StepsCardProps) {
  const t = useTranslations('troubleshoot')
  const [shell, setShell]: [Shell, (shell: Shell) => void] = useShell()
  const own = cause.steps.flatMap((kind) => steps.find((step) => step.kind === kind) ?? [])
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
