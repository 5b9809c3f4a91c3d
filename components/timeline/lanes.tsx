'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Fragment, useState, type ReactNode } from 'react'
import { stateClass } from '@/components/state/state-icons'
import type { VmTimeline } from '@/lib/contract/timeline'
import { formatNumber } from '@/lib/i18n/format'
import { endOf } from '@/lib/views/timeline/estimate'
import { chartLanes, segmentsOf, type ChartLane, type Segment, type Segments } from '@/lib/views/timeline/segments'
import { segmentBy } from '@/lib/views/timeline/keyboard-navigation'
import { showing, wholeOf, type TimeWindow } from '@/lib/views/timeline/window'
import { Axis, tickLines } from './axis'
import { BeforeBar } from './before-bar'
import { GapBar } from './gap-bar'
import { PeopleRow } from './activity-row'
import { xOf, type Plot } from './plot'
import { ProgressRow } from './progress-row'
import { Readout } from './readout'
import { BetweenMark, StretchBar } from './stretch-bar'
import { useLaneKeys } from './use-lane-keys'
import { useSegmentText } from './use-segment-text'
import { useWidth } from './use-width'

export interface LanesProps {
  readonly timeline: VmTimeline
  readonly name: string
  readonly window: TimeWindow
  readonly onWindow: (window: TimeWindow) => void
  /** Sizes of the disks in GiB, if known: of the OS disk, and the number of data disks. */
  readonly disks: { readonly osGiB: number | null; readonly data: number }
}

/** The segment in the tab order: the newest of the first lane with segments. */
function entrance(segments: Segments): Segment | null {
  for (const lane of chartLanes) {
    const last = segments[lane].at(-1)
    if (last !== undefined) return last
  }
  return null
}

function useHints({ disks }: Pick<LanesProps, 'disks'>): (lane: ChartLane) => string | null {
  const t = useTranslations('history')
  const language = useLocale()
  return (lane) => {
    switch (lane) {
      case 'os':
        return disks.osGiB === null ? null : t('laneHint.gib', { size: formatNumber(language, disks.osGiB) })
      case 'data':
        return t('laneHint.disks', { count: disks.data })
      case 'progress':
        return t('progressHint')
      case 'people':
        return t('laneHint.activity')
      case 'vm':
      case 'message':
      case 'power':
        return null
    }
  }
}

interface BarsProps {
  readonly segments: readonly Segment[]
  readonly plot: Plot
  /** Whether there are no earlier observations. */
  readonly isBeginning: boolean
  /** Whether to show the text; one lane does for all. */
  readonly reported: boolean
}

function Bars({ segments, plot, isBeginning, reported }: BarsProps) {
  const { from, to } = plot.window
  const first = segments.find(({ kind }) => kind === 'stretch' || kind === 'gap')
  return (
    <div className="relative h-[42px]">
      {isBeginning && first !== undefined && first.from > from && (
        <BeforeBar until={xOf(plot, first.from)} reported={reported} />
      )}
      {segments.map((one) => {
        if (one.to < from || one.from > to) return null
        if (one.kind === 'gap') return <GapBar key={one.key} silence={one} plot={plot} />
        if (one.kind !== 'stretch') return null
        return (
          <Fragment key={one.key}>
            <BetweenMark stretch={one} plot={plot} />
            <StretchBar stretch={one} plot={plot} />
          </Fragment>
        )
      })}
    </div>
  )
}

function workState({ work }: VmTimeline): string {
  return stateClass(work.run?.work === 'decryption' ? 'decrypting' : 'encrypting')
}

/** Lanes over time: observations, activities, gaps, and the expected end. */
export function Lanes({ timeline, name, window, onWindow, disks }: LanesProps) {
  const t = useTranslations('history')
  const text = useSegmentText()
  const hintOf = useHints({ disks })
  const [plotRef, width] = useWidth<HTMLDivElement>()
  const [key, setKey] = useState<string | null>(null)
  const [pointed, setPointed] = useState<Segment | null>(null)
  const segments = segmentsOf(timeline)
  const whole = wholeOf(timeline)
  const current = segmentBy(segments, key) ?? entrance(segments)
  const now = Date.parse(timeline.now)
  const end = endOf(timeline)
  const onKeyboardNavigation = (segment: Segment) => {
    setKey(segment.key)
    onWindow(showing(window, segment, whole))
  }
  const keys = useLaneKeys({ segments, current, window, whole, onWindow, onKeyboardNavigation })
  const plot: Plot = {
    window,
    width,
    now,
    current,
    pointed,
    onPoint: setPointed,
    onChoose: ({ key: own }) => setKey(own),
  }
  // Older observations may have been left out, or belong to another machine.
  const isBeginning = !timeline.truncated && timeline.formerMachines.length === 0
  const shown = chartLanes.filter((lane) => lane !== 'progress' || segments.progress.length > 0 || end !== null)
  const contentOf = (lane: ChartLane): ReactNode => {
    if (lane === 'people') return <PeopleRow segments={segments.people} plot={plot} />
    if (lane === 'progress') {
      const { done } = timeline.work
      const percent = done.basis === 'none' ? null : done.percent
      return (
        <ProgressRow
          segments={segments.progress}
          end={end}
          percent={percent}
          plot={plot}
          className={workState(timeline)}
        />
      )
    }
    return <Bars segments={segments[lane]} plot={plot} isBeginning={isBeginning} reported={lane === 'vm'} />
  }
  const nowAt = xOf(plot, now)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of the marks inside has the focus, never the bar */}
      <div
        ref={keys.lanes}
        role="toolbar"
        aria-label={t('chart', { name })}
        onKeyDown={keys.onKeyDown}
        className="relative overflow-x-auto"
      >
        <p className="sr-only">{t('lanesHint')}</p>
        <div className="grid min-w-[46rem] grid-cols-[9.25rem_minmax(0,1fr)]">
          <div className="sticky left-0 z-20 border-b border-line-strong bg-surface" />
          <div ref={plotRef} className="border-b border-line-strong">
            <Axis plot={plot} />
          </div>
          {shown.map((lane) => (
            <div key={lane} role="group" aria-label={text.lane(lane)} className="contents">
              <div className="sticky left-0 z-20 border-b border-line bg-surface px-4 py-2 text-meta">
                <span className="block font-medium">{text.lane(lane)}</span>
                <span className="block text-text-2">{hintOf(lane)}</span>
              </div>
              <div className="relative border-b border-line">
                <Background plot={plot} nowAt={nowAt} />
                {width > 0 && contentOf(lane)}
              </div>
            </div>
          ))}
        </div>
      </div>
      <Readout segment={pointed ?? segmentBy(segments, key)} />
    </>
  )
}

function Background({ plot, nowAt }: { readonly plot: Plot; readonly nowAt: number }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden">
      {tickLines(plot.window, plot.width).map((x) => (
        <span key={x} className="absolute inset-y-0 border-l border-line" style={{ left: x }} />
      ))}
      {nowAt >= 0 && nowAt <= plot.width && (
        <span className="absolute inset-y-0 z-10 border-l-2 border-ink" style={{ left: nowAt - 1 }} />
      )}
    </div>
  )
}
