'use client'

import { Bell, BellOff, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import NextLink from 'next/link'
import { useSession } from '@/components/providers/session-context'
import { useChangeWatches } from '@/components/queries/use-watches'
import { useNow } from '@/components/state/now'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useAnnounce } from '@/components/ui/live-region'
import { Menu, MenuItem } from '@/components/ui/menu'
import { formatList, formatTime } from '@/lib/i18n/format'
import { vmPagePath } from '@/lib/contract/vm-reference'
import { mutedForGood, type Watch } from '@/lib/contract/watches'

const hour = 3_600_000

/** When a mute that begins now ends. */
const ends = {
  hour: (now: number) => new Date(now + hour).toISOString(),
  day: (now: number) => new Date(now + 24 * hour).toISOString(),
  good: () => mutedForGood,
} as const

/** Whether a watch is muted at a time in epoch milliseconds. */
export function isMuted({ mutedUntil }: Watch, now: number): boolean {
  return mutedUntil !== null && Date.parse(mutedUntil) > now
}

function Name({ watch }: { readonly watch: Watch }) {
  const t = useTranslations('watches.page')
  const { tenantId } = useSession()
  const { target } = watch
  if (target.kind === 'view') {
    return (
      <>
        <span className="font-semibold wrap-anywhere">{target.name}</span>{' '}
        <span className="text-text-3">{t('view')}</span>
      </>
    )
  }
  return (
    <>
      <NextLink dir="ltr" className="prose-link font-semibold wrap-anywhere" href={vmPagePath(target.vm, tenantId)}>
        {target.vm.name}
      </NextLink>{' '}
      <span dir="ltr" className="wrap-anywhere text-text-3">
        {target.vm.resourceGroup}
      </span>
    </>
  )
}

function MuteButton({ watch, name, muted }: { readonly watch: Watch; readonly name: string; readonly muted: boolean }) {
  const t = useTranslations('watches.page')
  const follow = useTranslations('watches.follow')
  const announce = useAnnounce()
  const { mutate } = useChangeWatches()
  const mute = (mutedUntil: string | null) =>
    mutate(
      { kind: 'change', id: watch.id, change: { mutedUntil } },
      { onSuccess: () => announce(follow('changed')), onError: () => announce(follow('failed')) },
    )
  if (muted) {
    return (
      <Button size="small" icon={<Bell size={16} aria-hidden />} onClick={() => mute(null)}>
        {t('unmute')}
      </Button>
    )
  }
  const trigger = <IconButton label={t('mute', { name })} icon={<BellOff size={16} aria-hidden />} />
  return (
    <Menu align="end" label={t('mute', { name })} trigger={trigger}>
      {(['hour', 'day', 'good'] as const).map((length) => (
        <MenuItem key={length} onSelect={() => mute(ends[length](Date.now()))}>
          {t(`muteFor.${length}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}

/** One watch: its notifications, and how to mute or end it. */
export function WatchLine({ watch }: { readonly watch: Watch }) {
  const t = useTranslations('watches.page')
  const follow = useTranslations('watches.follow')
  const language = useLocale()
  const announce = useAnnounce()
  const now = useNow()
  const { mutate } = useChangeWatches()
  const { target, mutedUntil } = watch
  const name = target.kind === 'view' ? target.name : target.vm.name
  const kinds = watch.kinds.filter((kind) => kind !== 'failed' || !watch.kinds.includes('needs-person'))
  const muted = now !== null && isMuted(watch, now)
  const stop = () =>
    mutate(
      { kind: 'stop', id: watch.id },
      { onSuccess: () => announce(follow('stopped', { name })), onError: () => announce(follow('failed')) },
    )
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <Name watch={watch} />
        </p>
        <p className="text-meta text-text-2">
          {t('delivered', {
            kinds: formatList(
              language,
              kinds.map((kind) => follow(`when.${kind}`)),
              'disjunction',
            ),
          })}
          {watch.channels.length > 0 && <> · {t('posts', { names: formatList(language, watch.channels) })}</>}
        </p>
        {muted && mutedUntil !== null && (
          <p className="text-meta font-medium">
            {mutedUntil >= '9999' ? t('mutedForGood') : t('muted', { time: formatTime(language, mutedUntil) })}
          </p>
        )}
      </div>
      <div className="flex items-center gap-1">
        <MuteButton watch={watch} name={name} muted={muted} />
        <IconButton label={t('stop', { name })} icon={<Trash2 size={16} aria-hidden />} onClick={stop} />
      </div>
    </li>
  )
}
