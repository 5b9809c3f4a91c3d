import { MessageSquareText, ScanEye, SquarePen, Stamp, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { EvidenceKind as Kind } from '@/lib/contract/codes'

const icons: Readonly<Record<Kind, LucideIcon>> = {
  request: SquarePen,
  stamp: Stamp,
  report: MessageSquareText,
  guest: ScanEye,
}

/** Name of a kind of evidence with its icon. */
export function EvidenceKind({ kind }: { readonly kind: Kind }) {
  const t = useTranslations('evidence.kind')
  const Icon = icons[kind]
  return (
    <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap">
      <Icon size={15} strokeWidth={1.75} aria-hidden className="shrink-0 text-text-2" />
      {t(kind)}
    </span>
  )
}
