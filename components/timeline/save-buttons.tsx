'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import type { VmTimeline } from '@/lib/contract/timeline'
import { csvOf } from '@/lib/views/csv'
import type { Listed } from '@/lib/views/timeline/listed'
import type { TimeWindow } from '@/lib/views/timeline/window'
import { useHistoryCause } from '@/components/state/use-unread-cause'
import { useEntryText } from './use-entry-text'

export interface SaveButtonsProps {
  readonly name: string
  readonly timeline: VmTimeline
  readonly window: TimeWindow
  readonly listed: readonly Listed[]
}

function save(file: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
}

const iso = (at: number): string => new Date(at).toISOString()

/** What was read and what was not, as lines of a file: a list without them looks complete. */
function useReadLines(): (timeline: VmTimeline) => readonly (readonly (string | null)[])[] {
  const t = useTranslations('history.sources')
  const causeOf = useHistoryCause()
  return ({ sources, historyFailure, truncated, unreadable }) => [
    ...(historyFailure === null ? [] : [[t('observations'), t('outcome.failed'), causeOf(historyFailure)]]),
    ...(truncated ? [[t('observations'), t('outcome.partial'), t('truncated')]] : []),
    ...(unreadable > 0 ? [[t('observations'), t('outcome.partial'), t('unreadable', { count: unreadable })]] : []),
    ...sources.map(({ source, outcome, wholeSince }) => [t(`name.${source}`), t(`outcome.${outcome}`), wholeSince]),
  ]
}

/** Saves the list as a file for spreadsheets or for programs. Times are in UTC. */
export function SaveButtons({ name, timeline, window, listed }: SaveButtonsProps) {
  const t = useTranslations('history')
  const announce = useAnnounce()
  const textOf = useEntryText()
  const readLines = useReadLines()
  const done = (file: string) => announce(t('save.saved', { file }))
  const saveCsv = () => {
    const header = (['time', 'end', 'lane', 'change', 'before', 'certainty', 'who', 'source', 'resource'] as const).map(
      (key) => (key === 'before' ? t('list.before', { text: '' }).replace(/[:\s]{1,8}$/, '') : t(`list.${key}`)),
    )
    const rows = listed.map((one) => {
      const { lane, what, object, before, hint, who, source, resource } = textOf(one)
      return [
        iso(one.from),
        iso(one.to),
        lane,
        object === null ? what : `${what} ${object}`,
        before,
        hint,
        who,
        source,
        resource,
      ]
    })
    const about = [timeline.id, iso(window.from), iso(window.to), timeline.now]
    const file = `sealwatch-${name}-timeline.csv`
    save(file, 'text/csv;charset=utf-8', csvOf(about, readLines(timeline)) + csvOf(header, rows).slice(1))
    done(file)
  }
  const saveJson = () => {
    const entries = listed.map(({ entry }) => entry)
    const { id, now, sources, historyFailure, truncated, unreadable, work } = timeline
    const shown = { from: iso(window.from), to: iso(window.to) }
    const body = { id, now, shown, sources, historyFailure, truncated, unreadable, work, entries }
    const file = `sealwatch-${name}-timeline.json`
    save(file, 'application/json', `${JSON.stringify(body, null, 2)}\n`)
    done(file)
  }
  const icon = <Download size={14} aria-hidden />
  return (
    <>
      <Button variant="quiet" size="small" icon={icon} onClick={saveCsv}>
        {t('save.csv')}
      </Button>
      <Button variant="quiet" size="small" icon={icon} onClick={saveJson}>
        {t('save.json')}
      </Button>
    </>
  )
}
