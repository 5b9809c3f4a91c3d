import { classNames } from './class-names'

export interface ProgressLineProps {
  /** Share done, 0 to 1; null where it is not known how much there is. */
  readonly fraction: number | null
  /** Accessible name. */
  readonly label: string
  /** The progress in words. */
  readonly valueText: string
  readonly className?: string
}

/**
 * The thin line under the top bar while a load runs: as long as the share done, or dotted where the whole is not
 * known yet. It does not move by itself.
 */
export function ProgressLine({ fraction, label, valueText, className }: ProgressLineProps) {
  const share = fraction === null ? null : Math.round(Math.max(0, Math.min(1, fraction)) * 1000) / 10
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuetext={valueText}
      {...(share === null ? {} : { 'aria-valuenow': share, 'aria-valuemin': 0, 'aria-valuemax': 100 })}
      className={classNames('h-0.5', className)}
    >
      <svg width="100%" height="2" aria-hidden className="block text-ink">
        {share === null ? (
          <line x1="0" x2="100%" y1="1" y2="1" stroke="currentColor" strokeWidth="2" strokeDasharray="2 6" />
        ) : (
          <rect
            width={`${share}%`}
            height="2"
            fill="currentColor"
            className="transition-[width] duration-200 ease-out"
          />
        )}
      </svg>
    </div>
  )
}
