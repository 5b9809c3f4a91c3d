import { ArrowRightToLine, Check, EqualNot, Minus, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ShownMark as Mark } from '@/lib/views/shown-mark'

interface MarkStyle {
  readonly icon: LucideIcon
  readonly style: string
}

/** Only a contradiction is coloured; the deciding evidence is bold. */
const observations: Readonly<Record<Mark, MarkStyle>> = {
  agrees: { icon: Check, style: 'text-text-2' },
  decides: { icon: Check, style: 'font-semibold text-text' },
  contradicts: { icon: EqualNot, style: 'state-conflict font-semibold text-word' },
  expected: { icon: ArrowRightToLine, style: 'text-text-2' },
  ahead: { icon: ArrowRightToLine, style: 'text-text-2' },
  nothing: { icon: Minus, style: 'text-text-3' },
}

/** Relation of a piece of evidence to the verdict: icon and words. */
export function EvidenceMark({ mark }: { readonly mark: Mark | null }) {
  const t = useTranslations('evidence.mark')
  if (mark === null) return null
  const { icon: Icon, style } = observations[mark]
  return (
    <span className={`inline-flex items-center gap-1.5 text-meta ${style}`}>
      <Icon size={14} strokeWidth={2} aria-hidden className="shrink-0" />
      {t(mark)}
    </span>
  )
}
