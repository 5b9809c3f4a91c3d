'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCompletenessLines } from '@/components/state/completeness'
import { useAnnounce } from '@/components/ui/live-region'
import { formatItems } from '@/lib/i18n/format'
import { blockerKinds, migrationClasses } from '@/lib/retirement/codes'
import { countByClass } from '@/lib/retirement/plan'
import { runbookOf } from '@/lib/retirement/runbook'
import { waveOf } from '@/lib/retirement/waves'
import { shownCount } from '@/lib/views/completeness'
import { csvOf } from '@/lib/views/csv'
import { groupGaps } from '@/lib/views/fleet-counts'
import { useMissing } from './use-missing'
import type { RetirementView, ShownItem } from './use-list'
import type { Waves } from './use-waves'
import { isWaveKnown } from './wave-select'

const file = 'sealwatch-retirement.csv'

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
}

/** Saves the whole list with its waves, with the totals above it; undecided and unknown items are included. */
export function useRetirementExport(view: RetirementView, waves: Waves): () => void {
  const t = useTranslations('retirement')
  const states = useTranslations('states.state')
  const facts = useTranslations('facts.otherEncryption')
  const language = useLocale()
  const announce = useAnnounce()
  const completenessLines = useCompletenessLines()
  const missing = useMissing()
  const line = (item: ShownItem) => {
    const wave = waveOf(waves.plan, item.key)
    const waveName = isWaveKnown(waves, item.key) ? (wave?.name ?? null) : t('table.waveUnknown')
    const about = wave === null ? [null, null] : [wave.owner, wave.note]
    const vm = item.type === 'vm' ? item.vm : null
    return [
      waveName,
      wave?.until ?? null,
      item.name,
      view.nameOfSubscription(item.subscriptionId),
      item.resourceGroup,
      item.id,
      item.region,
      vm?.size ?? null,
      vm?.osType ?? null,
      t(`class.${item.kind}.name`),
      item.reason === null ? null : t(`reason.${item.reason}`),
      vm === null ? null : states(vm.state),
      ...blockerKinds.map((kind) => {
        const blocker = item.blockers.find((each) => each.kind === kind)
        return blocker === undefined ? null : t(`outcome.${blocker.outcome}`)
      }),
      formatItems(
        language,
        item.otherEncryption.map((kind) => facts(kind)),
      ),
      runbookOf(item)
        .map(({ kind }) => t(`runbook.step.${kind}.title`))
        .join(' / '),
      vm?.evidenceAt ?? null,
      ...about,
    ]
  }
  /** The first line has the name of what was read instead of its label; the others repeat it. */
  const under = (name: 'file.fleet' | 'file.around', lines: ReturnType<typeof completenessLines>) => {
    const [[, ...kind], ...gaps] = lines
    return [[t(name), ...kind], ...gaps.map(([, ...gap]) => [t(name), ...gap])]
  }
  return () => {
    const counts = countByClass(view.items)
    const about = [
      [t('file.made'), new Date().toISOString()],
      [t('file.related'), view.answer?.at ?? t('outcome.unknown')],
      ...under('file.fleet', completenessLines(view.fleetRead, groupGaps(view.query.fleet))),
      ...under('file.around', completenessLines(view.aroundRead, [])),
      ...(view.answer === null ? [] : missing(view.answer).map((part) => [t('file.around'), null, part])),
      // A cell stays empty when the count is unknown: it is not 0.
      ...migrationClasses.map((kind) => [t(`class.${kind}.name`), shownCount(counts[kind], view.classReach(kind))]),
      [t('file.total'), shownCount(view.items.length, view.reach)],
      [],
    ]
    const header = [
      t('table.wave'),
      t('file.until'),
      t('table.name'),
      t('table.subscription'),
      t('file.group'),
      'ARM id',
      t('file.region'),
      t('file.size'),
      t('file.os'),
      t('table.class'),
      t('runbook.why'),
      t('table.state'),
      ...blockerKinds.map((kind) => t(`blocker.${kind}.name`)),
      t('table.other'),
      t('file.steps'),
      t('file.evidence'),
      t('file.owner'),
      t('file.note'),
    ]
    save(csvOf([t('title')], about) + csvOf(header, view.items.map(line)).slice(1))
    announce(t('waves.exported', { file }))
  }
}
