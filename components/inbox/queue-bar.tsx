'use client'

import { Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { presentMilliseconds } from '@/lib/shared/moment'
import type { QueueFilter } from './use-queue-filter'

/** A time as the browser's field for local times has it, to the minute; empty without one. */
function localMinute(iso: string | null): string {
  if (iso === null) return ''
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

const controlStyle =
  'min-h-11 max-w-full rounded-control border border-control bg-surface px-2 text-body narrow:min-h-7'

/** What is new since a shift began, what is not acknowledged, and how much that hides. */
export function QueueBar({ filter }: { readonly filter: QueueFilter }) {
  const t = useTranslations('notes.queue')
  const { since, open, change, hidden } = filter
  const isHiding = hidden.older + hidden.acknowledged > 0
  return (
    <div role="group" aria-label={t('label')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <label className="flex flex-wrap items-center gap-2">
        {t('since')}
        <input
          type="datetime-local"
          className={controlStyle}
          value={localMinute(since)}
          onChange={({ target: { value } }) => {
            const at = Date.parse(value)
            change({ since: Number.isNaN(at) ? null : new Date(at).toISOString() })
          }}
        />
      </label>
      <Button
        size="small"
        icon={<Clock size={14} aria-hidden />}
        onClick={() => change({ since: new Date(presentMilliseconds()).toISOString() })}
      >
        {t('now')}
      </Button>
      <label className="flex min-h-7 items-center gap-2">
        <input type="checkbox" checked={open} onChange={(event) => change({ open: event.target.checked })} />
        {t('open')}
      </label>
      <p role="status" className="text-text-2">
        {isHiding && t('hidden', hidden)}
      </p>
      {(since !== null || open) && (
        <Button size="small" onClick={() => change({ since: null, open: false })}>
          {t('all')}
        </Button>
      )}
    </div>
  )
}
