'use client'

import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { firstWindow, moved, wholeOf, within, zoomed, type TimeWindow } from '@/lib/views/timeline/window'
import type { VmTimeline } from '@/lib/contract/timeline'

const hour = 3_600_000
const spans = [6, 24, 72] as const

export interface ZoomBarProps {
  readonly timeline: VmTimeline
  readonly window: TimeWindow
  /** Null returns to the automatic window. */
  readonly onChange: (window: TimeWindow | null) => void
}

/** Buttons for the actions of the keys: zoom in and out, earlier, later, the last hours, everything. */
export function ZoomBar({ timeline, window, onChange }: ZoomBarProps) {
  const t = useTranslations('history.zoom')
  const whole = wholeOf(timeline)
  const now = Date.parse(timeline.now)
  const middle = (window.from + window.to) / 2
  const usable = spans.filter((hours) => hours * hour < whole.to - whole.from)
  const last = (hours: number) => within({ from: now - hours * hour * 0.94, to: now + hours * hour * 0.06 }, whole)
  const isWhole = window.to - window.from > (whole.to - whole.from) * 0.999
  const first = firstWindow(timeline)
  return (
    <div role="group" aria-label={t('label')} className="flex flex-wrap items-center gap-0.5">
      {timeline.work.run !== null && first.to - first.from < (whole.to - whole.from) * 0.95 && (
        <Button variant="quiet" size="small" onClick={() => onChange(null)}>
          {t('work')}
        </Button>
      )}
      {usable.map((hours) => (
        <Button key={hours} variant="quiet" size="small" onClick={() => onChange(last(hours))}>
          {hours >= 72 ? t('days', { count: String(hours / 24) }) : t('hours', { count: String(hours) })}
        </Button>
      ))}
      <Button variant="quiet" size="small" aria-pressed={isWhole} onClick={() => onChange(whole)}>
        {t('all')}
      </Button>
      <IconButton
        label={t('earlier')}
        icon={<ChevronLeft size={16} aria-hidden />}
        onClick={() => onChange(moved(window, -0.5, whole))}
      />
      <IconButton
        label={t('later')}
        icon={<ChevronRight size={16} aria-hidden />}
        onClick={() => onChange(moved(window, 0.5, whole))}
      />
      <IconButton
        label={t('out')}
        icon={<ZoomOut size={16} aria-hidden />}
        onClick={() => onChange(zoomed(window, 2, middle, whole))}
      />
      <IconButton
        label={t('in')}
        icon={<ZoomIn size={16} aria-hidden />}
        onClick={() => onChange(zoomed(window, 0.5, middle, whole))}
      />
    </div>
  )
}
