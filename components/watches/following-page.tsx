'use client'

import { Bell } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import NextLink from 'next/link'
import { useSession } from '@/components/providers/session-context'
import { useNotices } from '@/components/queries/use-notices'
import { useChangeWatches, useWatches } from '@/components/queries/use-watches'
import { listCompleteness } from '@/components/queries/list-completeness'
import { Age } from '@/components/state/age'
import { CompletenessNote } from '@/components/state/completeness'
import { useNow } from '@/components/state/now'
import { Button } from '@/components/ui/button'
import { NoneYetCard } from '@/components/ui/none-yet-card'
import { vmPagePath } from '@/lib/contract/vm-reference'
import type { DeliveredNotice } from '@/lib/contract/notices'
import { mutedForGood, type Watch } from '@/lib/contract/watches'
import { formatList } from '@/lib/i18n/format'
import { AcknowledgedLine } from './acknowledged-line'
import { NoticeIcon } from './notice-icon'
import { PermissionButton } from './permission-button'
import { useNoticeText } from './use-notice-text'
import { isMuted, WatchLine } from './watch-line'

function NoticeLine({ delivered }: { readonly delivered: DeliveredNotice }) {
  const t = useTranslations('watches.page')
  const kinds = useTranslations('watches.kind')
  const textFor = useNoticeText()
  const language = useLocale()
  const { tenantId } = useSession()
  const { notice, vm, undelivered } = delivered
  return (
    <li className="flex items-start gap-2.5 px-4 py-2.5">
      <NoticeIcon kind={notice.kind} />
      <div className="min-w-0 flex-1">
        <p>
          <NextLink dir="ltr" className="prose-link font-semibold wrap-anywhere" href={vmPagePath(vm, tenantId)}>
            {vm.name}
          </NextLink>{' '}
          {kinds(notice.kind)}
        </p>
        <p className="text-meta text-text-2">{textFor(notice)}</p>
        <AcknowledgedLine delivered={delivered} />
        {undelivered.length > 0 && (
          <p className="text-meta font-medium">{t('undelivered', { names: formatList(language, undelivered) })}</p>
        )}
      </div>
      <span className="text-meta text-text-3">
        <Age at={notice.at} style="sentence" />
      </span>
    </li>
  )
}

function News() {
  const t = useTranslations('watches.page')
  const query = useNotices()
  const notices = query.data?.notices ?? []
  const completeness = listCompleteness(query)
  return (
    <section className="card" aria-labelledby="following-news">
      <h2 id="following-news" className="border-b border-line px-4 py-2.5 text-section font-semibold">
        {t('news')}
      </h2>
      {completeness.kind !== 'whole' && (
        <div className="p-3">
          <CompletenessNote of={completeness} isEmpty={false} onRetry={() => void query.refetch()} />
        </div>
      )}
      {notices.length === 0 ? (
        completeness.kind === 'whole' && <p className="px-4 py-2.5 text-text-2">{t('noNews')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {notices.map((delivered) => (
            <NoticeLine key={delivered.id} delivered={delivered} />
          ))}
        </ul>
      )}
    </section>
  )
}

function WatchesCard({ watches }: { readonly watches: readonly Watch[] }) {
  const t = useTranslations('watches.page')
  const now = useNow()
  const { mutate } = useChangeWatches()
  const allMuted = now !== null && watches.every((watch) => isMuted(watch, now))
  const change = { mutedUntil: allMuted ? null : mutedForGood }
  return (
    <section className="card" aria-labelledby="following-watches">
      <header className="flex items-center justify-between gap-2 border-b border-line px-4 py-2">
        <h2 id="following-watches" className="text-section font-semibold">
          {t('watches')}
        </h2>
        <Button size="small" onClick={() => mutate({ kind: 'change', id: null, change })}>
          {allMuted ? t('unmuteAll') : t('muteAll')}
        </Button>
      </header>
      <ul className="divide-y divide-line">
        {watches.map((watch) => (
          <WatchLine key={watch.id} watch={watch} />
        ))}
      </ul>
    </section>
  )
}

function Nothing() {
  const t = useTranslations('watches.page')
  const icon = <Bell size={20} aria-hidden />
  return (
    <NoneYetCard
      icon={icon}
      title={t('none.title')}
      text={t('none.text')}
      link={{ href: '/', text: t('none.fleet') }}
    />
  )
}

/** What the user follows, its notifications, and how to reduce them. */
export function FollowingPage() {
  const t = useTranslations('watches.page')
  const follow = useTranslations('watches.follow')
  const query = useWatches()
  const watches = query.data?.watches ?? []
  const completeness = listCompleteness(query)
  return (
    <div className="flex flex-col gap-4 p-3 narrow:p-5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-[36rem]">
          <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
          <p className="text-text-2">{t('intro')}</p>
        </div>
        <PermissionButton />
      </header>
      <CompletenessNote of={completeness} isEmpty={watches.length === 0} onRetry={() => void query.refetch()}>
        {query.data !== undefined && query.data.failure !== null && follow('noHistory')}
      </CompletenessNote>
      {watches.length === 0 && completeness.kind === 'whole' && <Nothing />}
      {watches.length > 0 && (
        <div className="grid gap-4 wide:grid-cols-2 wide:items-start">
          <News />
          <WatchesCard watches={watches} />
        </div>
      )}
    </div>
  )
}
