'use client'

import { EyeOff, History } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import type { VmTimeline } from '@/lib/contract/timeline'
import type { VmDetail } from '@/lib/contract/vm'
import { formatSentences, formatSpan } from '@/lib/i18n/format'
import { formatMoment, formatZone } from '@/lib/i18n/format-moment'
import { listed, listedIn } from '@/lib/views/timeline/listed'
import { firstWindow, wholeOf, within, type TimeWindow } from '@/lib/views/timeline/window'
import { EntryTable } from './entry-table'
import { Lanes } from './lanes'
import { Notes } from './notes'
import { SourcesCard } from './sources-card'
import { WorkCard } from './work-card'
import { ZoomBar } from './zoom-bar'

/** The three kinds of marks in the lanes. */
function Legend() {
  const t = useTranslations('history.legend')
  return (
    <ul aria-label={t('label')} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 pb-2 text-meta text-text-2">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-5 rounded-track border border-control bg-sunken" />
        {t('seen')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="w-5 border-t-2 border-dotted border-text-3" />
        {t('between')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="flex h-3 w-5 items-center justify-center border-x-2 border-text-3">
          <EyeOff size={10} />
        </span>
        {t('silence')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="hatched h-3 w-5 rounded-track border border-dashed border-text-3 text-text-3" />
        {t('estimate')}
      </li>
    </ul>
  )
}

/** Observations this close together come from opening the page. */
const justNow = 120_000

/** Whether the current observation is the only known one. */
function isFirstObservation({ machines, activity }: VmTimeline): boolean {
  const [machine, ...others] = machines
  if (others.length > 0 || activity.length > 0) return false
  return machine === undefined || Date.parse(machine.to) - Date.parse(machine.from) < justNow
}

export interface TimelineViewProps {
  readonly timeline: VmTimeline
  readonly vm: VmDetail
}

/** The history of a VM, since when, its progress and the time left: as lanes and as a list. */
export function TimelineView({ timeline, vm }: TimelineViewProps) {
  const t = useTranslations('history')
  const words = useTranslations('timeline')
  const language = useLocale()
  const [chosen, setChosen] = useState<TimeWindow | null>(null)
  const whole = wholeOf(timeline)
  const window = chosen === null ? firstWindow(timeline) : within(chosen, whole)
  const all = listed(timeline)
  const moment = (at: number) => formatMoment(language, at, 'day-clock')
  const recreated = timeline.machines.length > 1 ? timeline.machines.at(-1) : undefined
  const former = Math.max(...timeline.formerMachines.map(({ lastSeen }) => Date.parse(lastSeen)))
  const { osDisk, dataDisks } = sizesOf(vm)
  return (
    <div className="flex flex-col gap-4">
      <Notes timeline={timeline} />
      {recreated !== undefined && (
        <p className="text-text-2">{words('recreated', { at: moment(Date.parse(recreated.from)) })}</p>
      )}
      {recreated === undefined && former > 0 && <p className="text-text-2">{t('former', { at: moment(former) })}</p>}
      {timeline.truncated && <p className="text-text-2">{t('sources.truncated')}</p>}
      {isFirstObservation(timeline) && timeline.historyFailure === null && (
        <Banner icon={<History size={16} aria-hidden />} title={formatSentences(language, [t('empty.title')])}>
          {t('empty.text')}
        </Banner>
      )}
      <WorkCard timeline={timeline} name={vm.name} />
      <Card
        title={formatSpan(language, moment(window.from), moment(window.to))}
        hint={formatZone(window.to)}
        padded={false}
        actions={<ZoomBar timeline={timeline} window={window} onChange={setChosen} />}
      >
        <Lanes
          timeline={timeline}
          name={vm.name}
          window={window}
          onWindow={setChosen}
          disks={{ osGiB: osDisk, data: dataDisks }}
        />
        <Legend />
      </Card>
      <EntryTable listed={listedIn(all, window)} all={all.length} name={vm.name} timeline={timeline} window={window} />
      <SourcesCard timeline={timeline} />
    </div>
  )
}

function sizesOf({ disks }: VmDetail): { readonly osDisk: number | null; readonly dataDisks: number } {
  return {
    osDisk: disks.find(({ role }) => role === 'os')?.sizeGiB ?? null,
    dataDisks: disks.filter(({ role }) => role === 'data').length,
  }
}
