'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDay, formatNumber } from '@/lib/i18n/format'
import type { TrendPoint } from '@/lib/views/headline'

const [width, height] = [600, 72]

/** Stretches of points without a gap between them: a line crosses no time without a reading. */
function stretchesOf(points: readonly TrendPoint[]): readonly (readonly { at: number; encrypted: number }[])[] {
  const stretches: { at: number; encrypted: number }[][] = [[]]
  for (const { at, encrypted } of points) {
    if (encrypted === null) stretches.push([])
    else stretches.at(-1)?.push({ at, encrypted })
  }
  return stretches.filter(({ length }) => length > 0)
}

/** Confirmed VMs over time in one line; nothing where two readings of all VMs are missing. */
export function Trend({ points }: { readonly points: readonly TrendPoint[] }) {
  const t = useTranslations('states.trend')
  const language = useLocale()
  const stretches = stretchesOf(points)
  const [first, last] = [stretches[0]?.[0], stretches.at(-1)?.at(-1)]
  if (first === undefined || last === undefined || first.at === last.at) return null
  const [from, until] = [points[0]?.at ?? first.at, points.at(-1)?.at ?? last.at]
  const most = stretches.flat().reduce((high, { encrypted }) => Math.max(high, encrypted), 1)
  const spot = ({ at, encrypted }: { at: number; encrypted: number }) =>
    `${(((at - from) / (until - from)) * width).toFixed(1)},${(height - (encrypted / most) * (height - 6) - 3).toFixed(1)}`
  const words = (point: { at: number; encrypted: number }) => ({
    count: formatNumber(language, point.encrypted),
    date: formatDay(language, new Date(point.at)),
  })
  const [begin, end] = [words(first), words(last)]
  return (
    <figure className="flex flex-col gap-1 break-inside-avoid">
      <figcaption className="text-meta text-text-2">
        {t('caption', { begin: begin.count, since: begin.date, end: end.count, until: end.date })}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden
        className="state-encrypted h-18 w-full rounded-track border border-line bg-surface"
      >
        {stretches.map((stretch) => (
          <polyline
            key={stretch[0]?.at}
            points={stretch.map(spot).join(' ')}
            fill="none"
            strokeWidth="2"
            vectorEffect="non-scaling-stroke"
            className="stroke-mark"
          />
        ))}
      </svg>
    </figure>
  )
}
