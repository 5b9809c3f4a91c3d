'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { VmReference } from '@/lib/contract/vm-reference'
import { problemOf } from '@/components/providers/api-problem'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { useTroubleshoot } from '@/components/queries/use-troubleshoot'
import { useVm } from '@/components/queries/use-vm'
import { useRemedies } from '@/components/state/use-remedies'
import { Button } from '@/components/ui/button'
import { EmptyCard } from '@/components/ui/empty-card'
import { Guide } from './guide'
import { useRecheck } from './use-recheck'

/** The guided panel of one VM: from its messages to the next steps. */
export function TroubleshootTab({ reference }: { readonly reference: VmReference }) {
  const t = useTranslations('troubleshoot')
  const errorCause = useErrorCause()
  const vm = useVm(reference).data
  const query = useTroubleshoot(reference)
  const words = useRemedies()
  const recheck = useRecheck(reference)
  if (query.isError || words === null) {
    const problem = query.isError ? problemOf(query.error) : null
    return (
      <EmptyCard
        icon={<TriangleAlert size={20} aria-hidden />}
        title={t('failed')}
        actions={<Button onClick={() => void query.refetch()}>{t('tryAgain')}</Button>}
      >
        {problem !== null && errorCause(problem)}
      </EmptyCard>
    )
  }
  if (vm === undefined || query.data === undefined || words === undefined) {
    return (
      <p role="status" className="text-text-2">
        {t('loading')}
      </p>
    )
  }
  return <Guide vm={vm} answer={query.data} words={words} reference={reference} recheck={recheck} />
}
