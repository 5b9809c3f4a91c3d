'use client'

import { Camera } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { SnapshotContent, SnapshotPart } from '@/lib/contract/snapshots'
import type { VmReference } from '@/lib/contract/vm-reference'
import { VmSnapshotView } from './vm-snapshot'

const SnapshotDialog = lazy(() => import('./snapshot-dialog'))
const parts: readonly SnapshotPart[] = ['resource-group', 'subscription', 'tenant', 'key-vault']

const draw = (content: SnapshotContent) => (content.kind === 'vm' ? <VmSnapshotView content={content} /> : null)

export interface SnapshotVmProps {
  readonly vm: VmReference
  readonly mostHours: number
}

/** The button that shares a VM's state with readers without permissions in Azure. */
export function SnapshotVm({ vm, mostHours }: SnapshotVmProps) {
  const t = useTranslations('snapshots.dialog')
  const [open, setOpen] = useState(false)
  const { subscriptionId, resourceGroup, name } = vm
  return (
    <>
      <Button icon={<Camera size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <SnapshotDialog
            subject={{ kind: 'vm', vm: { subscriptionId, resourceGroup, name } }}
            parts={parts}
            mostHours={mostHours}
            draw={draw}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
