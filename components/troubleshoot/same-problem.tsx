'use client'

import { ListTree } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useKeptFleet } from '@/components/queries/use-kept-fleet'
import type { Problem } from '@/lib/contract/troubleshoot'
import { fleetCompleteness } from '@/lib/views/completeness'
import { problemsOf } from '@/lib/views/inbox'

/**
 * A link to all VMs with the same problem. Their number is shown only where another page has read the fleet, and as a
 * minimum where it did not read all of it.
 */
export function SameProblem({ problem }: { readonly problem: Problem['kind'] }) {
  const t = useTranslations('troubleshoot.same')
  const reading = useKeptFleet()
  const { reach } = fleetCompleteness(reading, null)
  const count = problemsOf(reading.fleet.entries).find(({ key }) => key === problem)?.entries.length ?? 0
  return (
    <p className="flex items-center gap-2 border-t border-line px-4 py-2.5">
      <ListTree size={16} aria-hidden className="shrink-0 text-text-2" />
      <Link className="prose-link" href={`/causes?group=${problem}`}>
        {count > 1 ? t('count', { count, least: reach === 'all' ? 'no' : 'yes' }) : t('others')}
      </Link>
    </p>
  )
}
