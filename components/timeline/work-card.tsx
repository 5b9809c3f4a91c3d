'use client'

import { useLocale, useTranslations } from 'next-intl'
import { stateClass } from '@/components/state/state-icons'
import { Card } from '@/components/ui/card'
import { Facts, type Fact } from '@/components/ui/facts'
import { ProgressTrack, type ProgressKind } from '@/components/ui/progress-track'
import type { VmTimeline } from '@/lib/contract/timeline'
import { formatDuration, formatNumber, formatPercent } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'
import { endOf } from '@/lib/views/timeline/estimate'
import { useSegmentText } from './use-segment-text'

type Work = VmTimeline['work']

const gib = 1024 ** 3

function useDoneText(): (done: Work['done']) => string {
  const t = useTranslations('history.work')
  const words = useTranslations('timeline')
  const language = useLocale()
  return (done) => {
    switch (done.basis) {
      case 'none':
        return t('silent', { why: t('silentWhy') })
      case 'metrics': {
        const size = (bytes: number) => `${formatNumber(language, Math.round((bytes / gib) * 10) / 10)} GiB`
        const values = {
          percent: formatPercent(language, done.percent),
          read: size(done.bytesRead),
          size: size(done.sizeBytes),
        }
        return t('copied', values)
      }
      case 'percent': {
        const percent = formatPercent(language, done.percent)
        const weighting = words(`weighting.${done.weighting}`)
        const { index, count } = done
        if (index === null || count === null) return t('percent', { percent, weighting })
        return t('percentOf', { percent, weighting, index: String(index), count: String(count) })
      }
    }
  }
}

function kindOf(done: Work['done']): ProgressKind {
  switch (done.basis) {
    case 'none':
      return { kind: 'silent' }
    case 'metrics':
      return { kind: 'estimated', percent: done.percent }
    case 'percent':
      return { kind: 'known', percent: done.percent }
  }
}

/** The time left in words, and its basis. */
function useLeftText(): (timeLeft: Work['timeLeft']) => { readonly left: string; readonly basis: string } {
  const t = useTranslations('history.work')
  const words = useTranslations('timeline')
  const language = useLocale()
  const length = (milliseconds: number) => formatDuration(language, milliseconds)
  const range = (low: number, high: number) =>
    low > 0 ? t('range', { low: length(low), high: length(high) }) : t('most', { high: length(high) })
  return (timeLeft) => {
    switch (timeLeft.basis) {
      case 'none':
        return { left: words('basis.none'), basis: words(`noEstimate.${timeLeft.why}`) }
      case 'documented':
        return { left: range(timeLeft.low, timeLeft.high), basis: words('basis.documented') }
      case 'similar':
      case 'percent':
      case 'metrics': {
        const { low, likely, high } = timeLeft.range
        const left = t('likely', { time: length(likely), low: length(low), high: length(high) })
        if (timeLeft.basis === 'similar') return { left, basis: words('basis.similar', { disks: timeLeft.disks }) }
        const { samples, span } = timeLeft
        const time = length(span)
        // Disk metrics have one sample a minute.
        if (timeLeft.basis === 'metrics')
          return { left, basis: words('basis.metrics', { measured: length(samples * 60_000), time }) }
        return { left, basis: words('basis.percent', { samples, time }) }
      }
    }
  }
}

function useQualityText(): (quality: Work['quality']) => string {
  const words = useTranslations('timeline.quality')
  const language = useLocale()
  return (quality) => {
    if (quality.length === 0) return words('none')
    const share = (part: number) => formatPercent(language, Math.round(part * 100))
    return quality
      .map(({ count, medianError, within }) =>
        medianError === null
          ? words('rangesOnly', { count, within: share(within) })
          : words('line', { count, error: share(medianError), within: share(within) }),
      )
      .join(' ')
  }
}

/** What is running, its progress, its time left with its basis, and the quality of earlier estimates. */
export function WorkCard({ timeline, name }: { readonly timeline: VmTimeline; readonly name: string }) {
  const t = useTranslations('history.work')
  const history = useTranslations('history')
  const words = useTranslations('timeline')
  const language = useLocale()
  const text = useSegmentText()
  const doneText = useDoneText()
  const leftText = useLeftText()
  const qualityText = useQualityText()
  const { run, done, timeLeft, quality } = timeline.work
  if (run === null) return null
  const end = endOf(timeline)
  const { left, basis } = leftText(timeLeft)
  const moment = (at: number) => formatMoment(language, at, 'day-clock')
  const { requested } = timeline
  const askedRows: Fact[] =
    requested === null
      ? []
      : [
          {
            key: 'asked',
            label: t('asked'),
            value: t('askedBy', { at: moment(Date.parse(requested.at)), who: text.actor(requested) }),
          },
        ]
  const rows: Fact[] = [
    {
      key: 'done',
      label: t('done'),
      value: (
        <span
          className={`inline-flex flex-wrap items-center gap-2 ${stateClass(run.work === 'decryption' ? 'decrypting' : 'encrypting')}`}
        >
          <ProgressTrack progress={kindOf(done)} label={`${t('done')}: ${name}`} valueText={doneText(done)} />
          {doneText(done)}
        </span>
      ),
    },
    {
      key: 'left',
      label: t('left'),
      value: (
        <>
          <strong className="font-semibold">{left}</strong>
          {timeLeft.basis !== 'none' && ` (${history('estimated')})`}
          <span className="block text-meta text-text-2">{basis}</span>
        </>
      ),
    },
    ...(end === null
      ? []
      : [
          {
            key: 'end',
            label: t('end'),
            value: t('between', { earliest: moment(end.earliest), latest: moment(end.latest) }),
          },
        ]),
    ...askedRows,
    { key: 'began', label: history('list.certainty'), value: text.start(run.start) },
    { key: 'quality', label: words('quality.title'), value: qualityText(quality) },
  ]
  return (
    <Card title={`${t('title')}: ${words(`work.${run.work}`)}`}>
      <Facts facts={rows} />
    </Card>
  )
}
