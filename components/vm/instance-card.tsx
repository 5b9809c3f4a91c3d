'use client'

import { useTranslations } from 'next-intl'
import type { VmDetail } from '@/lib/contract/vm'
import { Card } from '@/components/ui/card'

type Instance = NonNullable<VmDetail['instance']>

function modelOf({ latestModelApplied }: Instance): 'latest' | 'older' | 'unknown' {
  if (latestModelApplied === null) return 'unknown'
  return latestModelApplied ? 'latest' : 'older'
}

/** How an instance of a scale set differs, and what is unknown about it. Not rendered for other VMs. */
export function InstanceCard({ instance }: { readonly instance: VmDetail['instance'] }) {
  const t = useTranslations('vm.instance')
  if (instance === null) return null
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-2">
        <p>{t('text', { instance: instance.instanceId, set: instance.scaleSet })}</p>
        <p>{t(`model.${modelOf(instance)}`)}</p>
        <p className="text-text-2">{t('notRecorded')}</p>
      </div>
    </Card>
  )
}
