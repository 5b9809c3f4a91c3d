import { Check, CircleDashed, Dot, X, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Cause } from '@/lib/contract/troubleshoot'
import { Flag } from '@/components/ui/chip'

type Support = Cause['support']

const icons: Readonly<Record<Support, LucideIcon>> = {
  shown: Check,
  supported: Dot,
  possible: CircleDashed,
  'ruled-out': X,
}

/** How strongly the evidence supports a cause: icon and word. */
export function SupportChip({ support }: { readonly support: Support }) {
  const t = useTranslations('troubleshoot.support')
  const Icon = icons[support]
  return <Flag icon={<Icon size={12} strokeWidth={2.25} aria-hidden />}>{t(support)}</Flag>
}
