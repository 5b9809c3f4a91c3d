'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { lazy, Suspense } from 'react'
import { useSession } from '@/components/providers/session-context'
import { useNoticeFeed } from '@/components/queries/use-notice-feed'
import { useAnnounce } from '@/components/ui/live-region'
import { vmPagePath } from '@/lib/contract/vm-reference'
import type { DeliveredNotice } from '@/lib/contract/notices'
import { formatSentences } from '@/lib/i18n/format'
import { useNoticeText } from './use-notice-text'

// Loaded with the first notification.
const NoticeCards = lazy(() => import('./notice-cards'))

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
    <Suspense fallback={null}>
      <NoticeCards
        notices={notices}
        titleOf={titleOf}
        textOf={textOf}
        pathOf={pathOf}
        most={shown}
        onDismiss={dismiss}
      />
    </Suspense>
  )
}
