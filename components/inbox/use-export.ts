'use client'

import { useTranslations } from 'next-intl'
import { useCompletenessLines } from '@/components/state/completeness'
import type { Completeness } from '@/lib/views/completeness'
import { csvOf } from '@/lib/views/csv'
import type { GapGroup } from '@/lib/views/fleet-counts'
import type { Group } from '@/lib/views/inbox'
import { useAnnounce } from '@/components/ui/live-region'

/** Saves the VMs of a group as a file for spreadsheets; the completeness of the reading is stated above them. */
export function useExport(
  nameOfSubscription: (id: string) => string,
  completeness: Completeness,
  gaps: () => readonly GapGroup[],
): (group: Group, title: string) => void {
  const t = useTranslations('inbox')
  const states = useTranslations('states.state')
  const completenessLines = useCompletenessLines()
  const announce = useAnnounce()
  return (group, title) => {
    const header = [
      t('table.vm'),
      t('table.subscription'),
      'ARM id',
      t('table.state'),
      t('table.since'),
      t('table.message'),
      t('table.evidence'),
    ]
    const rows = group.entries.map((entry) => [
      entry.name,
      nameOfSubscription(entry.subscriptionId),
      entry.id,
      states(entry.state),
      entry.history?.firstSeen ?? null,
      entry.progress.message,
      entry.evidenceAt,
    ])
    const file = `sealwatch-${group.key}.csv`
    const url = URL.createObjectURL(
      new Blob([csvOf([title], completenessLines(completeness, gaps())), csvOf(header, rows).slice(1)], {
        type: 'text/csv;charset=utf-8',
      }),
    )
    const link = document.createElement('a')
    link.href = url
    link.download = file
    link.click()
    URL.revokeObjectURL(url)
    announce(t('exported', { file }))
  }
}
