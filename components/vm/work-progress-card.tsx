'use client'

import { useTranslations } from 'next-intl'
import type { VmDetail } from '@/lib/contract/vm'
import { WorkProgressLines } from '@/components/state/work-progress-lines'
import { Card } from '@/components/ui/card'

/** Since when the VM is in its state, and how long the running work may take. */
export function WorkProgressCard({ workProgress }: Pick<VmDetail, 'workProgress'>) {
  const t = useTranslations('vm.workProgress')
  return (
    <Card title={t('title')}>
      <WorkProgressLines workProgress={workProgress} />
    </Card>
  )
}
