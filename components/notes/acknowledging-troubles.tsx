'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useUnreadCause } from '@/components/state/use-unread-cause'
import { useRefusalText } from '@/components/state/save-state'
import { Banner } from '@/components/ui/banner'
import type { Acknowledging } from './use-acknowledgement'

/** Why acknowledgements are not shown, or the last change is not saved. */
export function AcknowledgingTroubles({ acknowledging }: { readonly acknowledging: Acknowledging }) {
  const t = useTranslations('notes')
  const causeOf = useUnreadCause()
  const refusalOf = useRefusalText()
  const { unread, refusal, isWhole } = acknowledging
  const icon = <CircleAlert size={16} aria-hidden />
  return (
    <>
      {unread !== null && unread !== 'loading' && (
        <Banner announce icon={icon} title={t('unread')}>
          {causeOf(unread)}
        </Banner>
      )}
      {unread === null && !isWhole && <Banner announce icon={icon} title={t('partial')} />}
      {refusal !== null && (
        <Banner announce tone="error" icon={icon} title={t('notSaved')}>
          {refusalOf(refusal)}
        </Banner>
      )}
    </>
  )
}
