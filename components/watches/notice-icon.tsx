import { CircleCheck, CircleX, Hourglass, UserRound, type LucideIcon } from 'lucide-react'
import type { NoticeKind } from '@/lib/contract/watches'

const icons: Readonly<Record<NoticeKind, LucideIcon>> = {
  'needs-person': UserRound,
  finished: CircleCheck,
  failed: CircleX,
  stuck: Hourglass,
}

export function NoticeIcon({ kind }: { readonly kind: NoticeKind }) {
  const Icon = icons[kind]
  return <Icon size={16} aria-hidden className="mt-0.5 shrink-0" />
}
