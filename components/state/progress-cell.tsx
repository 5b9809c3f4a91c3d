'use client'

import { useLocale, useTranslations } from 'next-intl'
import { stateClass } from './state-icons'
import { ProgressTrack, type ProgressKind } from '@/components/ui/progress-track'
import { formatDuration, formatPercent, formatRange } from '@/lib/i18n/format'
import type { ProgressRow } from '@/lib/views/fleet-reading'
import { runningProgress, type RunningProgress } from '@/lib/views/progress-kind'

export interface ProgressCellProps {
  readonly row: ProgressRow
  /** True to show nothing when no work is running. */
  readonly hideNone?: boolean
}

type Running = Exclude<RunningProgress, { kind: 'none' }>

/** The track of a run: dots where no share of the whole run is known. */
function trackOf(progress: Running): ProgressKind {
  return progress.kind === 'unmeasured' ? { kind: 'silent' } : progress
}

function useProgressText(): (progress: Running) => { readonly done: string; readonly left: string | null } {
  const t = useTranslations('fleet.cell')
  const language = useLocale()
  const doneOf = (progress: Running): string => {
    switch (progress.kind) {
      case 'known':
        return formatPercent(language, progress.percent)
      case 'estimated':
        return t('estimated', { percent: formatPercent(language, progress.percent) })
      case 'silent':
        return progress.silentFor === null
          ? t('silent')
          : t(progress.isAtLeast ? 'silentAtLeast' : 'silentFor', {
              length: formatDuration(language, progress.silentFor, 'column'),
            })
      case 'unmeasured':
        return t('unmeasured')
    }
  }
  return (progress) => {
    const { left } = progress
    const range = left === null ? null : t('left', { range: formatRange(language, left.low, left.high) })
    return { done: doneOf(progress), left: range }
  }
}

/** A bar for a percentage, hatched for an estimate; dots in the silent phase; otherwise a dash. */
export function ProgressCell({ row, hideNone = false }: ProgressCellProps) {
  const t = useTranslations('fleet.cell')
  const textOf = useProgressText()
  const progress = runningProgress(row)
  if (progress.kind === 'none') {
    return hideNone ? null : (
      <ProgressTrack progress={progress} label={t('progress', { name: row.name })} valueText={t('nothingRuns')} />
    )
  }
  const { done, left } = textOf(progress)
  const all = left === null ? done : `${done} · ${left}`
  return (
    <span
      title={all}
      className={`inline-flex min-w-0 items-center gap-2 whitespace-nowrap ${stateClass(progress.direction)}`}
    >
      <ProgressTrack progress={trackOf(progress)} label={t('progress', { name: row.name })} valueText={all} />
      <span className={trackOf(progress).kind === 'silent' ? 'truncate' : 'font-medium'}>{done}</span>
      {left !== null && <span className="truncate text-text-3">{left}</span>}
    </span>
  )
}
