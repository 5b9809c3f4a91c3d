'use client'

import { useTranslations } from 'next-intl'
import { useFleetContext } from './fleet-context'
import { Nothing } from './nothing'

/** A dash for a VM without history, with the reason when the history is unavailable. */
export function NoHistory() {
  const t = useTranslations('fleet.past')
  const { pastFailure } = useFleetContext()
  if (pastFailure === null) return <Nothing />
  const why = t(pastFailure === 'off' ? 'off' : 'failed')
  return (
    <span className="text-text-3" title={why}>
      <span aria-hidden>–</span>
      <span className="sr-only">{why}</span>
    </span>
  )
}
