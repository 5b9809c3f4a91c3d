'use client'

import { EyeOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useId, type KeyboardEvent, type PointerEvent } from 'react'
import { stateClass } from '@/components/state/state-icons'
import { formatNumber } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Band, ChartRun, FleetChart } from '@/lib/views/fleet-chart'
import { ticksOf } from '@/lib/views/timeline/window'
import { momentStyle } from './moment-style'
import { useMomentText } from './use-moment-text'
import { useWidth } from './use-width'

const height = 280
const top = 8
const bottom = 252
const left = 52
const offsetOf = (at: number): number => -new Date(at).getTimezoneOffset() * 60_000

interface Frame {
  readonly width: number
  readonly count: number
}

/** Each time has a column as wide as the distance to the next time. */
const columnOf = ({ width, count }: Frame): number => Math.max(0, width - left) / Math.max(1, count)
const xOf = (frame: Frame, index: number): number => left + index * columnOf(frame)
const yOf = (share: number): number => bottom - share * (bottom - top)

/** A band as a step path: no value is drawn between two times that was not counted. */
function pathOf(frame: Frame, run: ChartRun, { points }: Band): string {
  const step = (side: 'low' | 'high') =>
    points.flatMap((point, index) => [
      [xOf(frame, run.first + index), yOf(point[side])] as const,
      [xOf(frame, run.first + index + 1), yOf(point[side])] as const,
    ])
  const outline = [...step('high'), ...step('low').reverse()]
  return `M${outline.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`
}

function Bands({ chart, frame }: { readonly chart: FleetChart; readonly frame: Frame }) {
  return chart.runs.map((run) =>
    run.bands.map((band) => (
      <path
        key={`${run.first} ${band.state}`}
        d={pathOf(frame, run, band)}
        className={`${stateClass(band.state)} fill-mark stroke-surface forced-colors:fill-none forced-colors:stroke-[CanvasText]`}
        strokeWidth="0.75"
      />
    )),
  )
}

function Silences({ chart, frame }: { readonly chart: FleetChart; readonly frame: Frame }) {
  const t = useTranslations('history.fleet')
  return chart.gaps.map(({ first, last }) => {
    const [from, to] = [xOf(frame, first), xOf(frame, last + 1)]
    return (
      <g key={first} className="text-text-3">
        <rect x={from} y={top} width={to - from} height={bottom - top} className="fill-canvas" />
        <path d={`M${from + 1} ${top}V${bottom}M${to - 1} ${top}V${bottom}`} stroke="currentColor" strokeWidth="2" />
        {to - from > 26 && <EyeOff x={(from + to) / 2 - 8} y={(top + bottom) / 2 - 24} size={16} aria-hidden />}
        {to - from > 180 && (
          <text x={(from + to) / 2} y={(top + bottom) / 2 + 12} textAnchor="middle" className="fill-text-2 text-meta">
            {t('silence')}
          </text>
        )}
      </g>
    )
  })
}

function Axes({ chart, frame, hours }: { readonly chart: FleetChart; readonly frame: Frame; readonly hours: number }) {
  const language = useLocale()
  const [first, last] = [chart.moments[0], chart.moments.at(-1)]
  if (first === undefined || last === undefined) return null
  const window = { from: first.at, to: last.at }
  const { at, days } = ticksOf(window, Math.floor((frame.width - left) / 84), offsetOf)
  const step = (window.to - window.from) / Math.max(1, chart.moments.length - 1)
  return (
    <g className="text-meta">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={left} x2={frame.width} y1={yOf(share)} y2={yOf(share)} className="stroke-line-strong" />
          <text x={left - 8} y={yOf(share) + (share === 1 ? 10 : 4)} textAnchor="end" className="fill-text-2">
            {Number.isInteger(chart.top * share) ? formatNumber(language, chart.top * share) : ''}
          </text>
        </g>
      ))}
      {at.map((moment) => {
        const x = xOf(frame, (moment - window.from) / step)
        if (x > frame.width - 20 || x < left + 16) return null
        return (
          <text key={moment} x={x} y={bottom + 18} textAnchor="middle" className="fill-text-2">
            {formatMoment(language, moment, days ? 'day' : hours > 24 ? 'day-clock' : 'clock')}
          </text>
        )
      })}
    </g>
  )
}

export interface FleetHistoryChartProps {
  readonly chart: FleetChart
  readonly hours: number
  /** The time whose numbers are shown. */
  readonly at: number
  /** Whether the user chose that time. */
  readonly picked: boolean
  readonly onPick: (index: number | null) => void
}

const keys: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  PageUp: (at) => at - 12,
  PageDown: (at) => at + 12,
  Home: () => 0,
  End: (_at, last) => last,
}

/** Stacked areas, the most severe state on top. A slider for the keyboard: each time is read out with its numbers. */
export function FleetHistoryChart({ chart, hours, at, picked, onPick }: FleetHistoryChartProps) {
  const t = useTranslations('history.fleet')
  const textOf = useMomentText(momentStyle(hours))
  const id = useId()
  const [element, width] = useWidth<HTMLDivElement>()
  const frame = { width, count: chart.moments.length }
  const last = chart.moments.length - 1
  const moment = chart.moments[at]
  const clamp = (index: number) => Math.min(last, Math.max(0, index))
  const onKeyDown = (event: KeyboardEvent) => {
    const move = keys[event.key]
    if (move === undefined) return
    event.preventDefault()
    onPick(clamp(move(at, last)))
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - left
    onPick(x < 0 ? null : clamp(Math.floor(x / columnOf(frame))))
  }
  return (
    <div
      ref={element}
      role="slider"
      tabIndex={0}
      aria-label={t('chart')}
      aria-describedby={id}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={moment === undefined ? '' : textOf(moment)}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onPointerDown={onPointerMove}
      className="min-w-0 rounded-control"
    >
      <p id={id} className="sr-only">
        {t('hint')}
      </p>
      {width > 0 && (
        <svg width={width} height={height} aria-hidden className="block">
          <Silences chart={chart} frame={frame} />
          <Bands chart={chart} frame={frame} />
          <Axes chart={chart} frame={frame} hours={hours} />
          {picked && (
            <rect
              x={xOf(frame, at)}
              y={top}
              width={Math.max(2, columnOf(frame))}
              height={bottom - top}
              className="fill-none stroke-ink"
              strokeWidth="1.5"
            />
          )}
        </svg>
      )}
    </div>
  )
}
