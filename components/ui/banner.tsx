import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface BannerProps {
  readonly icon: ReactNode
  /** The first words, in bold: what happened. */
  readonly title: ReactNode
  readonly children?: ReactNode
  /** One link or button. */
  readonly action?: ReactNode
  /** `warning` and `error` are only for harm; everything else is neutral. */
  readonly tone?: 'neutral' | 'warning' | 'error'
  /** True when the banner appears without user action and should be announced. */
  readonly announce?: boolean
}

const tones = {
  neutral: 'border-line-strong bg-surface',
  warning: 'state-restart-pending border-mark bg-tint text-word',
  error: 'state-failed border-mark bg-tint text-word',
} as const

/** One line under the filters: icon, bold first words, one sentence, one link. */
export function Banner({ icon, title, children, action, tone = 'neutral', announce = false }: BannerProps) {
  return (
    <div
      {...(announce ? { role: 'status' } : {})}
      className={classNames('flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border px-3 py-2', tones[tone])}
    >
      <div className="flex min-w-0 grow basis-64 items-start gap-2.5">
        <span className="flex h-5 shrink-0 items-center">{icon}</span>
        <p className="min-w-0">
          <strong className="font-semibold">{title}</strong> {children}
        </p>
      </div>
      {action !== undefined && <div className="shrink-0">{action}</div>}
    </div>
  )
}
