'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import NextLink from 'next/link'
import { useRouter } from 'next/navigation'
import { useSession } from '@/components/providers/session-context'
import { useNoticeFeed } from '@/components/queries/use-notice-feed'
import { IconButton } from '@/components/ui/icon-button'
import { useAnnounce } from '@/components/ui/live-region'
import { vmPagePath } from '@/lib/contract/vm-reference'
import type { DeliveredNotice } from '@/lib/contract/notices'
import { formatSentences } from '@/lib/i18n/format'
import { NoticeIcon } from './notice-icon'
import { useNoticeText } from './use-notice-text'

/** Cards on the screen at once. */
const shown = 3

/** A notification of the browser, if the user allowed them; each is shown only once. */
function showOnDesktop(
  delivered: DeliveredNotice,
  title: string,
  body: string,
  open: (path: string) => void,
  path: string,
): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const notification = new Notification(title, { body, tag: `sealwatch-${delivered.id}` })
  notification.addEventListener('click', () => {
    window.focus()
    open(path)
    notification.close()
  })
}

/** New notifications for the user, as cards in the corner and as notifications of the browser. */
export default function NoticeCenter() {
  const t = useTranslations('watches.toast')
  const kinds = useTranslations('watches.kind')
  const language = useLocale()
  const textFor = useNoticeText()
  const announce = useAnnounce()
  const router = useRouter()
  const { tenantId } = useSession()
  const titleOf = ({ vm, notice }: DeliveredNotice) => `${vm.name}: ${kinds(notice.kind)}`
  const textOf = ({ notice }: DeliveredNotice) => textFor(notice)
  const pathOf = ({ vm }: DeliveredNotice) => vmPagePath(vm, tenantId)
  const { notices, dismiss } = useNoticeFeed((news) => {
    announce(
      formatSentences(
        language,
        news.flatMap((delivered) => [titleOf(delivered), textOf(delivered)]),
      ),
    )
    for (const delivered of news.slice(0, shown)) {
      showOnDesktop(delivered, titleOf(delivered), textOf(delivered), (path) => router.push(path), pathOf(delivered))
    }
  })
  if (notices.length === 0) return null
  return (
    <section
      aria-label={t('region')}
      className="fixed right-3 bottom-3 z-40 flex w-80 max-w-[calc(100vw-1.5rem)] flex-col gap-2"
    >
      {notices.slice(0, shown).map((delivered) => (
        <article key={delivered.id} className="floating flex items-start gap-2 py-2 pr-1 pl-3">
          <NoticeIcon kind={delivered.notice.kind} />
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold wrap-anywhere">{titleOf(delivered)}</h2>
            <p className="text-text-2">{textOf(delivered)}</p>
            <NextLink className="prose-link" href={pathOf(delivered)} onClick={() => dismiss([delivered.id])}>
              {t('open', { name: delivered.vm.name })}
            </NextLink>
          </div>
          <IconButton
            tooltip={false}
            label={t('dismiss')}
            icon={<X size={16} aria-hidden />}
            onClick={() => dismiss([delivered.id])}
          />
        </article>
      ))}
      {notices.length > shown && (
        <p className="floating flex items-center justify-between gap-2 px-3 py-2">
          {t('more', { count: notices.length - shown })}
          <NextLink className="prose-link" href="/following" onClick={() => dismiss(notices.map(({ id }) => id))}>
            {t('all')}
          </NextLink>
        </p>
      )}
    </section>
  )
}
