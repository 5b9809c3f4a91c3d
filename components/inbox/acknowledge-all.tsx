'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Acknowledging } from '@/components/notes/use-acknowledgement'
import { Button } from '@/components/ui/button'
import { acknowledgeableOf } from '@/lib/views/acknowledgement'
import type { FleetEntry } from '@/lib/views/fleet-entry'

export interface AcknowledgeAllProps {
  readonly entries: readonly FleetEntry[]
  readonly acknowledging: Acknowledging
  readonly onUse: () => void
}

/** Acknowledges the VMs of a group that are not acknowledged yet. */
export function AcknowledgeAll({ entries, acknowledging, onUse }: AcknowledgeAllProps) {
  const t = useTranslations('notes')
  const open = entries.map(acknowledgeableOf).filter((vm) => acknowledging.of(vm) === null)
  if (acknowledging.unread !== null || open.length === 0) return null
  return (
    <Button
      icon={<CircleCheck size={16} aria-hidden />}
      onClick={() => {
        onUse()
        void acknowledging.acknowledge(open)
      }}
    >
      {t('acknowledgeAll', { count: open.length })}
    </Button>
  )
}
