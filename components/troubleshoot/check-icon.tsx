import { CircleCheck, CircleDashed, CircleX, EyeOff, Lock, Minus, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { Prerequisite } from '@/lib/contract/troubleshoot'
import { classNames } from '@/components/ui/class-names'

type Outcome = Prerequisite['outcome']

const icons: Readonly<Record<Outcome, LucideIcon>> = {
  fail: CircleX,
  warn: TriangleAlert,
  'not-allowed': Lock,
  unread: CircleDashed,
  'not-visible': EyeOff,
  pass: CircleCheck,
  'not-applicable': Minus,
}

const colours: Readonly<Record<Outcome, string>> = {
  fail: 'state-failed text-mark',
  warn: 'state-restart-pending text-mark',
  'not-allowed': 'text-text-2',
  unread: 'text-text-2',
  'not-visible': 'text-text-2',
  pass: 'text-text-2',
  'not-applicable': 'text-text-3',
}

/** The outcome of one check. The words beside it say the same. */
export function CheckIcon({ outcome }: { readonly outcome: Outcome }) {
  const Icon = icons[outcome]
  return <Icon size={16} aria-hidden className={classNames('mt-0.5 shrink-0', colours[outcome])} />
}
