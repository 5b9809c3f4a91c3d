'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, type KeyboardEvent, type PointerEvent } from 'react'
import { stateClass } from '@/components/state/state-icons'
import { formatNumber } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { Band, FleetChart } from '@/lib/views/fleet-chart'
import { ticksOf } from '@/lib/views/timeline/window'
import { momentStyle } from './moment-style'
import { StatePattern } from './state-pattern'
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
function pathOf(frame: Frame, { points }: Band): string {
  const step = (side: 'low' | 'high') =>
    points.flatMap((point, index) => [
      [xOf(frame, index), yOf(point[side])] as const,
      [xOf(frame, index + 1), yOf(point[side])] as const,
    ])
  const outline = [...step('high'), ...step('low').reverse()]
  return `M${outline.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`
}

/**
 * Solid where VMs were observed; hatched where only an earlier state, or none, is known. With forced colours each state
 * has a pattern instead of its colour.
 */
function BandPath({ band, frame }: { readonly band: Band; readonly frame: Frame }) {
  const hatch = useId()
  const pattern = useId()
  const isObserved = band.kind === 'observed'
  return (
    <g className={band.state === null ? 'text-text-3' : `${stateClass(band.state)} text-mark`}>
      {!isObserved && (
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.5" height="6" fill="currentColor" />
        </pattern>
      )}
      <path
        d={pathOf(frame, band)}
        fill={isObserved ? 'currentColor' : `url(#${hatch})`}
        className={
          isObserved
            ? 'stroke-surface forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]'
            : 'stroke-surface forced-colors:stroke-[CanvasText]'
        }
        strokeWidth="0.75"
      />
      {isObserved && band.state !== null && (
        <g className="hidden forced-colors:inline">
          <StatePattern id={pattern} state={band.state} />
          <path d={pathOf(frame, band)} fill={`url(#${pattern})`} />
        </g>
      )}
    </g>
  )
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
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden
          // Paper can be narrower than the screen on which the width was measured.
          className="block max-w-full print:h-auto"
        >
          {chart.bands.map((band) => (
            <BandPath key={`${band.kind} ${band.state}`} band={band} frame={frame} />
          ))}
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
