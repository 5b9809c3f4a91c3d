'use client'

import { useLocale, useTranslations } from 'next-intl'
import NextLink from 'next/link'
import { useId, useState } from 'react'
import { useWatches } from '@/components/queries/use-watches'
import { Button } from '@/components/ui/button'
import { parseFleetSearch } from '@/lib/contract/fleet-search'
import { isPlainText, longestGivenText } from '@/lib/contract/given-text'
import { formatItems, formatList } from '@/lib/i18n/format'
import { PermissionButton } from './permission-button'
import { useFollow } from './use-follow'
import { filtersInUse, followedViewOf } from './view-filters'
import { everything, WatchForm, type WatchSettings } from './watch-form'

const filtersNow = () => parseFleetSearch(new URLSearchParams(window.location.search)).filters

/** Follows the fleet with its filters at the time of opening; states which of the filters apply. */
export default function FollowViewPanel({ onDone }: { readonly onDone: () => void }) {
  const t = useTranslations('watches.follow')
  const names = useTranslations('fleet.filter')
  const states = useTranslations('states.state')
  const language = useLocale()
  const list = useWatches()
  const nameId = useId()
  const oddId = useId()
  const { busy, problem, follow } = useFollow()
  const [filters] = useState(filtersNow)
  const [settings, setSettings] = useState<WatchSettings>(everything)
  const { counted, ignored } = filtersInUse(filters)
  const suggested =
    filters.state.length > 0
      ? formatItems(
          language,
          filters.state.map((state) => states(state)),
        )
      : t('view.all')
  const [name, setName] = useState(suggested)
  const listed = (keys: readonly (typeof counted)[number][] | typeof ignored) =>
    formatList(
      language,
      keys.map((key) => (key === 'text' ? t('view.text') : names(key))),
    )
  const isOdd = name.trim() !== '' && !isPlainText(name.trim())
  const start = () => {
    const target = { kind: 'view' as const, name: name.trim(), view: followedViewOf(filters) }
    void follow(target, name, settings).then((done) => done && onDone())
  }
  return (
    <div className="flex w-80 max-w-full flex-col gap-3 p-2">
      <p className="px-2 text-text-2">{t('intro')}</p>
      <div className="flex flex-col gap-1 px-2">
        <label htmlFor={nameId} className="text-label text-text-3">
          {t('view.name')}
        </label>
        <input
          id={nameId}
          value={name}
          maxLength={longestGivenText}
          aria-invalid={isOdd}
          aria-describedby={isOdd ? oddId : undefined}
          onChange={(event) => setName(event.target.value)}
          className="min-h-11 rounded-control border border-control bg-surface px-2 narrow:min-h-8"
        />
        {isOdd && (
          <p id={oddId} role="alert" className="text-meta font-medium">
            {t('view.odd')}
          </p>
        )}
      </div>
      {counted.length > 0 && <p className="px-2 text-meta">{t('view.counted', { filters: listed(counted) })}</p>}
      {ignored.length > 0 && (
        <p className="px-2 text-meta font-medium">{t('view.ignored', { filters: listed(ignored) })}</p>
      )}
      <WatchForm settings={settings} list={list.data} onChange={setSettings} />
      <div className="px-2">
        <PermissionButton />
      </div>
      {problem !== null && (
        <p role="alert" className="px-2 font-medium">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2 px-2 pb-2">
        <Button
          variant="ink"
          aria-busy={busy}
          disabledReason={name.trim() === '' ? t('view.name') : isOdd ? t('view.odd') : null}
          onClick={start}
        >
          {t('view.start')}
        </Button>
        <NextLink href="/following" className="prose-link">
          {t('manage')}
        </NextLink>
      </div>
    </div>
  )
}
