import { ChevronRight } from 'lucide-react'
import NextLink from 'next/link'
import { useTranslations } from 'next-intl'
import { vmGuidePath } from '@/lib/contract/vm-reference'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { fleetNeedOf, urgentNeedOf } from '@/lib/views/fleet-need'
import { useFleetContext } from './fleet-context'
import { Nothing } from './nothing'

/** What the VM needs next: what waits for a user is a link to the steps, the rest is quiet. */
export function NeedCell({ entry }: { readonly entry: FleetEntry }) {
  const t = useTranslations('fleet.need')
  const { tenantId } = useFleetContext()
  const need = fleetNeedOf(entry)
  if (need === null) return <Nothing />
  if (urgentNeedOf(entry) === null) return <span className="truncate text-text-3">{t(need)}</span>
  return (
    <NextLink
      href={vmGuidePath(entry, tenantId)}
      prefetch={false}
      tabIndex={-1}
      className="flex min-w-0 items-center gap-0.5 font-medium hover:underline"
    >
      <span className="truncate">{t(need)}</span>
      <ChevronRight size={14} aria-hidden className="shrink-0" />
    </NextLink>
  )
}
