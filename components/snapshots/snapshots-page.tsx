'use client'

import { Camera } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { listCompleteness } from '@/components/queries/list-completeness'
import { useRevokeSnapshot, useSnapshots } from '@/components/queries/use-snapshots'
import { Age } from '@/components/state/age'
import { CompletenessNote } from '@/components/state/completeness'
import { useNow } from '@/components/state/now'
import { Button } from '@/components/ui/button'
import { NoneYetCard } from '@/components/ui/none-yet-card'
import { useAnnounce } from '@/components/ui/live-region'
import type { ListedSnapshot } from '@/lib/contract/snapshots'
import { formatList, formatTime } from '@/lib/i18n/format'

type Standing = 'open' | 'revoked' | 'expired'

function standingOf({ revokedAt, expiresAt }: ListedSnapshot, now: number): Standing {
  if (revokedAt !== null) return 'revoked'
  return Date.parse(expiresAt) <= now ? 'expired' : 'open'
}

function Events({ events }: { readonly events: ListedSnapshot['events'] }) {
  const t = useTranslations('snapshots.page')
  return (
    <details className="text-meta">
      <summary className="min-h-8 cursor-pointer content-center text-text-2">
        {t('events', { count: events.length })}
      </summary>
      <ul className="flex flex-col gap-1 pt-1">
        {events.map((event, index) => (
          <li key={`${event.at} ${index}`} className="flex gap-2">
            <span>{t(`event.${event.kind}`)}</span>
            <span className="text-text-3">
              <Age at={event.at} style="sentence" />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Line({ snapshot, now }: { readonly snapshot: ListedSnapshot; readonly now: number }) {
  const t = useTranslations('snapshots.page')
  const part = useTranslations('snapshots.part')
  const language = useLocale()
  const announce = useAnnounce()
  const { mutate, isPending } = useRevokeSnapshot()
  const standing = standingOf(snapshot, now)
  const title = snapshot.kind === 'vm' ? snapshot.title : t('view')
  const revoke = () =>
    mutate(snapshot.id, {
      onSuccess: ({ revoked }) => announce(revoked ? t('revoked', { title }) : t('failed')),
      onError: () => announce(t('failed')),
    })
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-semibold wrap-anywhere" dir="auto">
          {title}
        </h2>
        <p className="text-meta text-text-2">
          {t(`standing.${standing}`, { time: formatTime(language, snapshot.revokedAt ?? snapshot.expiresAt) })}{' '}
          {t('views', { count: snapshot.views })} {snapshot.hasPassphrase && t('hasPassphrase')}
        </p>
        {snapshot.withheld.length > 0 && (
          <p className="text-meta text-text-3">
            {t('withheld', {
              parts: formatList(
                language,
                snapshot.withheld.map((one) => part(one)),
              ),
            })}
          </p>
        )}
        <Events events={snapshot.events} />
      </div>
      <span className="text-meta text-text-3">
        <Age at={snapshot.createdAt} style="sentence" />
      </span>
      {standing === 'open' && (
        <Button size="small" aria-busy={isPending} aria-label={t('revokeOne', { title })} onClick={revoke}>
          {t('revoke')}
        </Button>
      )}
    </li>
  )
}

function Nothing() {
  const t = useTranslations('snapshots.page')
  const icon = <Camera size={20} aria-hidden />
  return (
    <NoneYetCard
      icon={icon}
      title={t('none.title')}
      text={t('none.text')}
      link={{ href: '/', text: t('none.fleet') }}
    />
  )
}

/** The links that the user created: the open ones, who opened them, and how to revoke them. */
export function SnapshotsPage() {
  const t = useTranslations('snapshots.page')
  const now = useNow()
  const query = useSnapshots()
  const { data } = query
  const completeness = listCompleteness(query)
  const isEmpty = data === undefined || data.snapshots.length === 0
  return (
    <div className="flex flex-col gap-4 p-3 narrow:p-5">
      <header>
        <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
        <p className="text-text-2">{t('intro')}</p>
      </header>
      <CompletenessNote of={completeness} isEmpty={isEmpty} onRetry={() => void query.refetch()}>
        {data !== undefined && data.failure !== null && t('noStore')}
      </CompletenessNote>
      {isEmpty && completeness.kind === 'whole' && <Nothing />}
      {data !== undefined && now !== null && data.snapshots.length > 0 && (
        <ul className="card divide-y divide-line" aria-label={t('title')}>
          {data.snapshots.map((snapshot) => (
            <Line key={snapshot.id} snapshot={snapshot} now={now} />
          ))}
        </ul>
      )}
    </div>
  )
}
