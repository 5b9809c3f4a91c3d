import { CircleAlert, CircleX, Hand, Info, type LucideIcon } from 'lucide-react'
import type { ProblemLine } from '@/lib/contract/problem-line'

type Severity = ProblemLine['severity']

const icons: Readonly<Record<Severity, LucideIcon>> = {
  error: CircleX,
  action: Hand,
  warning: CircleAlert,
  info: Info,
}

/** The class of the colours of each severity; information has none. */
export const severityClass: Readonly<Record<Severity, string | undefined>> = {
  error: 'state-failed',
  action: 'state-restart-pending',
  warning: 'state-restart-pending',
  info: undefined,
}

/** The icon of a severity; its word stands beside it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const Icon = icons[severity]
  return <Icon size={16} aria-hidden />
}
