import type { Segment } from '@/lib/views/timeline/segments'
import type { TimeWindow } from '@/lib/views/timeline/window'

/** What every lane needs to draw itself. */
export interface Plot {
  readonly window: TimeWindow
  /** Width of a lane in CSS pixels. */
  readonly width: number
  /** Milliseconds since 1970. */
  readonly now: number
  /** The segment that has the keyboard, or would get it. */
  readonly current: Segment | null
  /** The segment under the pointer, or with the keyboard's focus. */
  readonly pointed: Segment | null
  readonly onPoint: (segment: Segment | null) => void
  readonly onChoose: (segment: Segment) => void
}

/** Pixels from the left edge of the lane. */
export function xOf({ window, width }: Pick<Plot, 'window' | 'width'>, at: number): number {
  return ((at - window.from) / (window.to - window.from)) * width
}

/** What a segment's button needs, whatever it looks like. */
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
