'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import NextLink from 'next/link'
import { IconButton } from '@/components/ui/icon-button'
import type { DeliveredNotice } from '@/lib/contract/notices'
import { AcknowledgedLine } from './acknowledged-line'
import { NoticeIcon } from './notice-icon'

type TextOf = (delivered: DeliveredNotice) => string

export interface NoticeCardsProps {
  /** Newest first. */
  readonly notices: readonly DeliveredNotice[]
  readonly titleOf: TextOf
  readonly textOf: TextOf
  readonly pathOf: TextOf
  /** Cards on the screen at once. */
  readonly most: number
  readonly onDismiss: (ids: readonly number[]) => void
}

/** New notifications as cards in the corner; each says whether the VM was acknowledged since. */
export default function NoticeCards({ notices, titleOf, textOf, pathOf, most, onDismiss }: NoticeCardsProps) {
  const t = useTranslations('watches.toast')
  return (
    <section
      aria-label={t('region')}
      className="fixed right-3 bottom-3 z-40 flex w-80 max-w-[calc(100vw-1.5rem)] flex-col gap-2"
    >
      {notices.slice(0, most).map((delivered) => (
        <article key={delivered.id} className="floating flex items-start gap-2 py-2 pr-1 pl-3">
          <NoticeIcon kind={delivered.notice.kind} />
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold wrap-anywhere">{titleOf(delivered)}</h2>
            <p className="text-text-2">{textOf(delivered)}</p>
            <AcknowledgedLine delivered={delivered} />
            <NextLink className="prose-link" href={pathOf(delivered)} onClick={() => onDismiss([delivered.id])}>
              {t('open', { name: delivered.vm.name })}
            </NextLink>
          </div>
          <IconButton
            tooltip={false}
            label={t('dismiss')}
            icon={<X size={16} aria-hidden />}
            onClick={() => onDismiss([delivered.id])}
          />
        </article>
      ))}
      {notices.length > most && (
        <p className="floating flex items-center justify-between gap-2 px-3 py-2">
          {t('more', { count: notices.length - most })}
          <NextLink className="prose-link" href="/following" onClick={() => onDismiss(notices.map(({ id }) => id))}>
            {t('all')}
          </NextLink>
        </p>
      )}
    </section>
  )
}
