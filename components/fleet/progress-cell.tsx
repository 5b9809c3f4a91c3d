'use client'

import { useLocale, useTranslations } from 'next-intl'
import { stateClass } from '@/components/state/state-icons'
import { ProgressTrack } from '@/components/ui/progress-track'
import type { FleetRow } from '@/lib/contract/fleet'
import { formatPercent } from '@/lib/i18n/format'
import { runningProgress } from '@/lib/views/progress-kind'

export interface ProgressCellProps {
  readonly row: Pick<FleetRow, 'name' | 'state' | 'os' | 'data' | 'progress'>
  /** True where nothing is shown when nothing runs. */
  readonly hideNone?: boolean
}

/** A bar where the message carries a number, dots in the silent phase, otherwise a dash. */
export function ProgressCell({ row, hideNone = false }: ProgressCellProps) {
  const t = useTranslations('fleet.cell')
  const language = useLocale()
  const progress = runningProgress(row)
  if (progress.kind === 'none') {
    return hideNone ? null : (
      <ProgressTrack progress={progress} label={t('progress', { name: row.name })} valueText={t('nothingRuns')} />
    )
  }
  const text = progress.kind === 'known' ? formatPercent(language, progress.percent) : t('silent')
  return (
    <span className={`inline-flex min-w-0 items-center gap-2 whitespace-nowrap ${stateClass(progress.direction)}`}>
      <ProgressTrack progress={progress} label={t('progress', { name: row.name })} valueText={text} />
      <span className={progress.kind === 'known' ? 'font-medium' : 'truncate'}>{text}</span>
    </span>
  )
}
