'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { classNames } from '@/components/ui/class-names'
import { formatDuration, formatItems, formatPercent } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import type { ExpectedEnd } from '@/lib/views/timeline/estimate'
import type { ProgressPoint, Segment } from '@/lib/views/timeline/segments'
import { pointProps, xOf, type Plot } from './plot'
import { useSegmentText } from './use-segment-text'

const height = 64
const top = 16
const bottom = 56
/** Width of a percentage label, in CSS pixels. */
const space = 48
const yOf = (percent: number): number => bottom - (Math.min(100, Math.max(0, percent)) / 100) * (bottom - top)

/** The percentage of the run beside its newest dot: on the right if there is space, otherwise on the left. */
function NewestPercent({ reading, plot }: { readonly reading: ProgressPoint; readonly plot: Plot }) {
  const language = useLocale()
  const [x, y] = [xOf(plot, reading.from), yOf(reading.percent)]
  const now = xOf(plot, plot.now)
  const free = (now > x ? Math.min(now, plot.width) : plot.width) - x
  return (
    <text
      x={free > space ? x + 8 : x - 8}
      y={free > space ? y + 4 : Math.max(11, y - 6)}
      textAnchor={free > space ? 'start' : 'end'}
      className="fill-text text-meta font-semibold"
    >
      {formatPercent(language, reading.percent)}
    </text>
  )
}

interface CurveProps {
  readonly readings: readonly ProgressPoint[]
  readonly percent: number | null
  readonly plot: Plot
}

function Curve({ readings, percent: whole, plot }: CurveProps) {
  const t = useTranslations('history')
  const last = readings.at(-1)
  const spaceUntil = last === undefined ? 0 : xOf(plot, last.from) - 2 * space
  return (
    <svg
      width={plot.width}
      height={height}
      aria-hidden
      className="pointer-events-none absolute inset-0 overflow-hidden"
    >
      {readings.map((reading, place) => {
        const { key, from, percent, index, count, follows, leads } = reading
        const before = readings[place - 1]
        const [x, y] = [xOf(plot, from), yOf(percent)]
        return (
          <g key={key} className="text-mark">
            {follows && before !== undefined && (
              <line
                x1={xOf(plot, before.from)}
                y1={yOf(before.percent)}
                x2={x}
                y2={y}
                stroke="currentColor"
                strokeWidth="2"
              />
            )}
            <circle cx={x} cy={y} r={plot.pointed?.key === key ? 5 : 2.5} fill="currentColor" />
            {leads && index !== null && count !== null && x < spaceUntil && (
              <text x={x} y={11} className="fill-text-2 text-meta">
                {t('volume', { index: String(index), count: String(count) })}
              </text>
            )}
          </g>
        )
      })}
      {last !== undefined && last.percent === whole && <NewestPercent reading={last} plot={plot} />}
    </svg>
  )
}

/** From now on: dense up to the earliest end, thin up to the latest. Never solid, because it is not observed. */
function Estimate({ end, plot }: { readonly end: ExpectedEnd; readonly plot: Plot }) {
  const t = useTranslations('history')
  const language = useLocale()
  const id = useId()
  const x = (at: number) => Math.min(plot.width, Math.max(0, xOf(plot, at)))
  const [from, early, late] = [x(plot.now), x(end.earliest), x(end.latest)]
  if (late - from < 2) return null
  const duration = (at: number) => formatDuration(language, at - plot.now)
  const left =
    end.earliest > plot.now
      ? t('left', { low: duration(end.earliest), high: duration(end.latest) })
      : t('atMost', { high: duration(end.latest) })
  const clock = (at: number) => formatMoment(language, at, at - plot.now > 20 * 3_600_000 ? 'day-clock' : 'clock')
  return (
    <>
      <svg width={late - from} height={26} aria-hidden className="absolute text-mark" style={{ left: from, top: 22 }}>
        <defs>
          {[4, 10].map((gap) => (
            <pattern
              key={gap}
              id={`${id}-${gap}`}
              width={gap}
              height="8"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="1.5" height="8" fill="currentColor" opacity="0.6" />
            </pattern>
          ))}
        </defs>
        <rect width={Math.max(0, early - from)} height="26" fill={`url(#${id}-4)`} />
        <rect x={early - from} width={late - early} height="26" fill={`url(#${id}-10)`} />
        <rect
          x="0.5"
          y="0.5"
          width={Math.max(0, late - from - 1)}
          height="25"
          rx="3"
          fill="none"
          stroke="currentColor"
          strokeDasharray="4 3"
        />
        {early > from && (
          <line x1={early - from} x2={early - from} y2="26" stroke="currentColor" strokeDasharray="4 3" />
        )}
      </svg>
      <span
        className={classNames('absolute truncate text-meta text-text', late - from < 120 && 'sr-only')}
        style={{ left: from + 6, top: 2, maxWidth: Math.max(120, plot.width - from - 8) }}
      >
        {t('estimated')}:{' '}
        {formatItems(language, [left, t('ends', { earliest: clock(end.earliest), latest: clock(end.latest) })])}
      </span>
    </>
  )
}

export interface ProgressRowProps {
  readonly segments: readonly Segment[]
  readonly end: ExpectedEnd | null
  /** Of the whole run. The dots are percentages of one pass over one volume: they are labelled only where both agree. */
  readonly percent: number | null
  readonly plot: Plot
  /** Colour of the running work. */
  readonly className: string
}

/** Percentages as dots at the times they were read, and the expected end. */
export function ProgressRow({ segments, end, percent, plot, className }: ProgressRowProps) {
  const text = useSegmentText()
  const readings = segments.flatMap((one) => (one.kind === 'reading' ? [one] : []))
  const inside = readings.filter(({ from }) => from >= plot.window.from && from <= plot.window.to)
  return (
    <div className={classNames('relative', className)} style={{ height }}>
      <Curve readings={inside} percent={percent} plot={plot} />
      {end !== null && <Estimate end={end} plot={plot} />}
      {inside.map((reading) => (
        <button
          key={reading.key}
          {...pointProps(plot, reading)}
          aria-label={text.spoken(reading)}
          className="absolute top-0 h-full w-2 -translate-x-1 rounded-track focus-visible:z-10"
          style={{ left: xOf(plot, reading.from) }}
        />
      ))}
    </div>
  )
}
