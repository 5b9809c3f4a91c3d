import { useId } from 'react'
import { classNames } from './class-names'

/** Kinds of progress by certainty: each has its own texture. */
export type ProgressKind =
  | { readonly kind: 'known'; readonly percent: number }
  | { readonly kind: 'estimated'; readonly percent: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'none' }

export interface ProgressTrackProps {
  readonly progress: ProgressKind
  /** Accessible name. */
  readonly label: string
  /** The progress in words; also the announced value. */
  readonly valueText: string
  readonly className?: string
}

const width = 64
const dots = [3, 11, 19, 27, 35, 43, 51, 59]

/**
 * One 64 × 6 track: solid for a known percentage, hatched for an estimated one, dots for work without a measure, a dash
 * when no work is running. Drawn as SVG so that no style attribute is needed. Colour: `--mark`.
 */
export function ProgressTrack({ progress, label, valueText, className }: ProgressTrackProps) {
  const hatch = useId()
  if (progress.kind === 'none') {
    return (
      <span className="text-text-3">
        <span aria-hidden>–</span>
        <span className="sr-only">{valueText}</span>
      </span>
    )
  }
  const measured = progress.kind === 'silent' ? null : Math.max(0, Math.min(100, progress.percent))
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuetext={valueText}
      {...(measured === null ? {} : { 'aria-valuenow': measured, 'aria-valuemin': 0, 'aria-valuemax': 100 })}
      className={classNames('inline-flex shrink-0', className)}
    >
      <svg width={width} height={6} viewBox={`0 0 ${width} 6`} aria-hidden className="text-mark">
        {measured === null ? (
          dots.map((x) => <circle key={x} cx={x} cy={3} r={1.5} fill="currentColor" />)
        ) : (
          <>
            <defs>
              <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="2" height="5" fill="currentColor" />
              </pattern>
            </defs>
            <rect x="0.5" y="0.5" width={width - 1} height="5" rx="2.5" className="fill-sunken stroke-line-strong" />
            <rect
              width={(width * measured) / 100}
              height="6"
              rx={progress.kind === 'known' ? 3 : 0}
              fill={progress.kind === 'known' ? 'currentColor' : `url(#${hatch})`}
              className="transition-[width] duration-200 ease-out"
            />
            {progress.kind === 'estimated' && (
              <rect x={Math.max(0, (width * measured) / 100 - 1.5)} width="1.5" height="6" fill="currentColor" />
            )}
          </>
        )}
      </svg>
    </span>
  )
}
