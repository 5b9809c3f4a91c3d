'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { AcknowledgementEditor } from '@/components/notes/acknowledgement-editor'
import type { Acknowledging } from '@/components/notes/use-acknowledgement'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { acknowledgeableOf } from '@/lib/views/acknowledgement'
import type { FleetEntry } from '@/lib/views/fleet-entry'

export interface AcknowledgedCellProps {
  readonly entry: FleetEntry
  readonly acknowledging: Acknowledging
}

/** Acknowledges one VM; or shows who does what about it, with its editor behind a button. */
export function AcknowledgedCell({ entry, acknowledging }: AcknowledgedCellProps) {
  const t = useTranslations('notes')
  const vm = acknowledgeableOf(entry)
  const found = acknowledging.of(vm)
  if (acknowledging.unread !== null) return <span className="text-text-3">{t('unknown')}</span>
  const label = t('edit', { name: entry.name })
  if (found === null)
    return (
      <Button
        size="small"
        aria-label={`${t('acknowledge')}: ${entry.name}`}
        onClick={() => void acknowledging.acknowledge([vm])}
      >
        {t('acknowledge')}
      </Button>
    )
  return (
    <div className="flex flex-col items-start gap-1">
      <Popover
        label={label}
        align="end"
        className="w-80 max-w-[calc(100vw-1.5rem)] p-3"
        trigger={
          <Button size="small" variant="quiet" icon={<CircleCheck size={14} aria-hidden />} aria-label={label}>
            {found.assignee || (found.by.name ?? t('column'))}
          </Button>
        }
      >
        <AcknowledgementEditor vm={vm} found={found} acknowledging={acknowledging} />
      </Popover>
      {found.note !== '' && <p className="text-meta text-text-2 wrap-anywhere">{found.note}</p>}
    </div>
  )
}
