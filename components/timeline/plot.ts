import type { Segment } from '@/lib/views/timeline/segments'
import type { TimeWindow } from '@/lib/views/timeline/window'

/** What every lane needs for rendering. */
export interface Plot {
  readonly window: TimeWindow
  /** Width of a lane in CSS pixels. */
  readonly width: number
  /** Milliseconds since 1970. */
  readonly now: number
  /** The segment with the keyboard focus, or the one that would get it. */
  readonly current: Segment | null
  /** The segment under the pointer, or with the keyboard focus. */
  readonly pointed: Segment | null
  readonly onPoint: (segment: Segment | null) => void
  readonly onChoose: (segment: Segment) => void
}

/** Pixels from the left edge of the lane. */
export function xOf({ window, width }: Pick<Plot, 'window' | 'width'>, at: number): number {
  return ((at - window.from) / (window.to - window.from)) * width
}

/** Props of a segment's button, for any style. */
export function pointProps(plot: Plot, segment: Segment) {
  const isCurrent = plot.current?.key === segment.key
  return {
    type: 'button' as const,
    tabIndex: isCurrent ? 0 : -1,
    'data-current': isCurrent ? 'true' : undefined,
    onFocus: () => plot.onChoose(segment),
    onClick: () => plot.onChoose(segment),
    onPointerEnter: () => plot.onPoint(segment),
    onPointerLeave: () => plot.onPoint(null),
  }
}
