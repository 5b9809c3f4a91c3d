import { useTranslations } from 'next-intl'
import type { DataState } from '@/lib/contract/codes'
import { stateClass } from './state-icons'

/** One pip per disk: done, in work, or waiting. */
export interface DataPipsProps {
  /** State of the data disks together; determines the colour. */
  readonly state: DataState
  readonly done: number
  readonly inWork?: number
  readonly total: number
}

const shownAtMost = 8
const pipWidth = 6
const pipStep = 8
const pipHeight = 10

/** Data disks as pips and as "done/total"; above eight disks only the numbers; a dash without data disks. */
export function DataPips({ state, done, inWork = 0, total }: DataPipsProps) {
  const t = useTranslations('ui.data')
  const words = useTranslations('states.data')
  if (total === 0) {
    return (
      <span className="text-text-3">
        <span aria-hidden>–</span>
        <span className="sr-only">{words('none')}</span>
      </span>
    )
  }
  const pips = total > shownAtMost ? [] : Array.from({ length: total }, (_unused, index) => index)
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {pips.length > 0 && (
        <svg
          width={total * pipStep - 2}
          height={pipHeight}
          aria-hidden
          className={`${stateClass(state, done > 0)} shrink-0 text-mark`}
        >
          {pips.map((index) => (
            <g key={index} transform={`translate(${index * pipStep} 0)`}>
              <rect x="0.5" y="0.5" width={pipWidth - 1} height={pipHeight - 1} fill="none" stroke="currentColor" />
              {index < done && <rect width={pipWidth} height={pipHeight} fill="currentColor" />}
              {index >= done && index < done + inWork && (
                <rect y={pipHeight / 2} width={pipWidth} height={pipHeight / 2} fill="currentColor" />
              )}
            </g>
          ))}
        </svg>
      )}
      <span aria-hidden>{t('pips', { done, total })}</span>
      <span className="sr-only">{t('label', { done, total, state: words(state) })}</span>
    </span>
  )
}
