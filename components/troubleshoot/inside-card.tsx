'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import type { VmReference } from '@/lib/contract/vm-reference'
import { useLogReading } from '@/components/queries/use-troubleshoot'
import { problemOf } from '@/components/providers/api-problem'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { InsideLines } from '@/components/state/inside-lines'

const limit = 1_000_000

export interface InsideCardProps {
  readonly reference: VmReference
  readonly inside: Troubleshoot['inside']
}

/** Takes a log from inside the VM; its recognised lines rank the causes again. */
export function InsideCard({ reference, inside }: InsideCardProps) {
  const t = useTranslations('troubleshoot.inside')
  const errors = useTranslations('errors')
  const [log, setLog] = useState('')
  const reading = useLogReading(reference)
  const fieldId = useId()
  const hintId = useId()
  const tooLong = log.length > limit
  const problem = reading.error === null ? null : problemOf(reading.error)
  return (
    <Card title={t('title')} hint={t('hint')}>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (!tooLong && log.trim() !== '') reading.mutate(log)
        }}
      >
        <label htmlFor={fieldId} className="font-medium">
          {t('field')}
        </label>
        <textarea
          id={fieldId}
          value={log}
          aria-describedby={hintId}
          aria-invalid={tooLong}
          onChange={(event) => setLog(event.target.value)}
          rows={4}
          dir="ltr"
          spellCheck={false}
          className="w-full rounded-control border border-control bg-surface px-3 py-2 font-mono text-code"
        />
        <p id={hintId} className="text-meta text-text-2">
          {tooLong ? t('tooLong') : t('privacy')}
        </p>
        <Button
          type="submit"
          className="self-start"
          aria-busy={reading.isPending}
          disabledReason={tooLong ? t('tooLong') : null}
        >
          {reading.isPending ? t('reading') : t('read')}
        </Button>
        {problem !== null && <p role="alert">{errors(`${problem.code}.title`)}</p>}
      </form>
      {inside !== null && <InsideLines inside={inside} />}
    </Card>
  )
}
