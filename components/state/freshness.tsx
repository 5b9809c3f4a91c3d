import { Ban, Hourglass, LoaderCircle, Pause, WifiOff, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'

/** How current the page is. */
export type FreshnessKind = 'live' | 'reading' | 'paused' | 'throttled' | 'nothing-to-read' | 'offline'

const icons: Readonly<Record<Exclude<FreshnessKind, 'live'>, LucideIcon>> = {
  reading: LoaderCircle,
  paused: Pause,
  throttled: Hourglass,
  'nothing-to-read': Ban,
  offline: WifiOff,
}

export interface FreshnessProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly kind: FreshnessKind
  /** After the word: the oldest evidence, or what is throttled and for how long. */
  readonly detail?: ReactNode
  /** What a narrow window shows in place of word and detail, such as an age. */
  readonly short?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** How current the page is, for the top bar. A button: it opens what the load waits for. Neutral ink, never a hue. */
export function Freshness({ kind, detail, short, ...button }: FreshnessProps) {
  const t = useTranslations('frame.freshness')
  const Icon = kind === 'live' ? null : icons[kind]
  return (
    <button
      type="button"
      {...button}
      className="flex min-h-8 max-w-72 min-w-0 items-center gap-2 rounded-control px-1.5 text-meta hover:bg-hover"
    >
      {Icon === null ? (
        <span aria-hidden className="size-2 shrink-0 rounded-round bg-ink forced-colors:bg-[CanvasText]" />
      ) : (
        <Icon size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-text-2" />
      )}
      <span className="sr-only">{t('label')}: </span>
      <span className="sr-only font-semibold whitespace-nowrap narrow:not-sr-only">{t(kind)}</span>
      {detail !== undefined && <span className="hidden truncate text-text-2 narrow:inline">{detail}</span>}
      {short !== undefined && <span className="text-text-2 narrow:hidden">{short}</span>}
    </button>
  )
}
