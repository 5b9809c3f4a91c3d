'use client'

import { useTranslations } from 'next-intl'
import { useNotes } from '@/components/queries/use-notes'
import { Age } from '@/components/state/age'
import { vmArmId } from '@/lib/contract/vm-reference'
import type { DeliveredNotice } from '@/lib/contract/notices'

/** That the VM was acknowledged after the notice, by whom and with which note; nothing while that is not known. */
export function AcknowledgedLine({
  delivered: { vm, notice },
}: {
  readonly delivered: Pick<DeliveredNotice, 'vm' | 'notice'>
}) {
  const t = useTranslations('ui')
  const { data } = useNotes()
  const id = vmArmId(vm).toLowerCase()
  const found = data?.acknowledgements.find((each) => each.id === id)
  if (found === undefined || Date.parse(found.at) < Date.parse(notice.at)) return null
  const texts = [found.assignee, found.note].filter((text) => text !== '')
  return (
    <p className="text-meta text-text-2">
      {t.rich(found.by.name === null ? 'acknowledged' : 'acknowledgedBy', {
        name: found.by.name ?? '',
        age: () => <Age at={found.at} style="sentence" />,
      })}
      {texts.length > 0 && ` · ${texts.join(' · ')}`}
    </p>
  )
}
