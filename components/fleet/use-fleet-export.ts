'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { saveFile } from '@/components/state/save-file'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { useAnnounce } from '@/components/ui/live-region'
import { vmStates } from '@/lib/contract/codes'
import { defaultFleetSearch, serialiseFleetSearch, type FleetSearch } from '@/lib/contract/fleet-search'
import type { ExportAbout, ExportColumn, ExportWords } from '@/lib/export/fleet-table'
import type { CsvCell } from '@/lib/views/csv'
import { fleetCompleteness, shownCount } from '@/lib/views/completeness'
import { countStates, oldestEvidence } from '@/lib/views/fleet-counts'
import type { ShownFleet } from './use-fleet-view'

export const exportFormats = ['csv', 'xlsx', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson',
}

function aboutOf(query: FleetQuery, search: FleetSearch, { view, counts }: ShownFleet): ExportAbout {
  const { fleet } = query
  const { kind, reach } = fleetCompleteness(query, Date.now())
  return {
    madeAt: new Date().toISOString(),
    filter: serialiseFleetSearch({ ...defaultFleetSearch, filters: search.filters }),
    rows: view.entries.length,
    counts,
    shown: countStates(view.entries).byState,
    oldestEvidence: oldestEvidence(view.entries),
    gaps: fleet.gaps.length,
    complete: kind === 'whole',
    completeness: kind,
    reach,
  }
}

function useHeader(): Readonly<Record<ExportColumn, string>> {
  const columns = useTranslations('fleet.column')
  const t = useTranslations('fleet.export.column')
  return {
    name: columns('name'),
    subscription: columns('subscription'),
    subscriptionId: t('subscriptionId'),
    group: columns('group'),
    id: t('id'),
    region: columns('region'),
    osType: columns('osType'),
    osName: t('osName'),
    size: columns('size'),
    power: columns('power'),
    state: columns('state'),
    stateCode: t('stateCode'),
    os: columns('os'),
    data: columns('data'),
    dataDisks: t('dataDisks'),
    stamped: t('stamped'),
    pass: columns('pass'),
    extension: columns('extension'),
    message: columns('message'),
    messageKind: t('messageKind'),
    percent: t('percent'),
    flags: t('flags'),
    problem: t('problem'),
    readiness: columns('readiness'),
    otherEncryption: columns('otherEncryption'),
    keyVault: columns('keyVault'),
    keyEncryptionKey: columns('keyEncryptionKey'),
    tags: t('tags'),
    reading: t('reading'),
    readError: t('readError'),
    firstSeen: t('firstSeen'),
    evidence: columns('evidence'),
    evidenceAge: t('evidenceAge'),
  }
}

function useWords(names: ShownFleet['names']): ExportWords {
  const states = useTranslations('states.state')
  const facts = useTranslations('facts')
  const flags = useTranslations('flags.flag')
  return {
    state: (state) => states(state),
    power: (power) => facts(`power.${power}`),
    pass: (pass) => facts(`pass.${pass}`),
    readiness: (readiness) => facts(`readiness.${readiness}`),
    reading: (reading) => facts(`reading.${reading}`),
    otherEncryption: (kind) => facts(`otherEncryption.${kind}`),
    flag: (code) => flags(code),
    subscription: (id) => names.get(id) ?? id,
  }
}

/** The header lines of a file: its filter, its times, and totals including Unknown. */
function useAboutLines(): (about: ExportAbout) => readonly (readonly CsvCell[])[] {
  const t = useTranslations('fleet.export.about')
  const states = useTranslations('states.state')
  const read = useTranslations('ui.completeness')
  return ({ madeAt, filter, rows, counts, shown, oldestEvidence: oldest, gaps, completeness, reach }) => [
    [t('made'), madeAt],
    [t('filter'), filter === '' ? t('noFilter') : filter],
    [read('label'), read(`kind.${completeness}`)],
    [t('oldest'), oldest],
    [t('gaps'), gaps],
    [t('state'), t('rows'), t('all')],
    ...vmStates.map((state) => [
      states(state),
      shownCount(shown[state], reach),
      shownCount(counts.byState[state], reach),
    ]),
    [t('total'), shownCount(rows, reach), shownCount(counts.total, reach)],
    [t('notRead'), null, counts.notRead],
  ]
}

/** The code that writes files is loaded on first use. */
const loadWriters = () => Promise.all([import('@/lib/export/fleet-table'), import('@/lib/export/text-files')])

/**
 * Saves the rows of a view as a file, in its order.
 * @returns the function, and the format that is being written
 */
export function useFleetExport(
  query: FleetQuery,
  search: FleetSearch,
  shown: ShownFleet,
): readonly [(format: ExportFormat) => void, ExportFormat | null] {
  const t = useTranslations('fleet.export')
  const announce = useAnnounce()
  const header = useHeader()
  const words = useWords(shown.names)
  const aboutLines = useAboutLines()
  const [making, setMaking] = useState<ExportFormat | null>(null)
  const make = async (format: ExportFormat) => {
    const about = aboutOf(query, search, shown)
    const { entries } = shown.view
    const lines = aboutLines(about)
    const [{ exportColumns, fleetJson, fleetTable }, { csvPieces, jsonLinesPieces }] = await loadWriters()
    const table = fleetTable(entries, header, words, Date.parse(about.madeAt))
    const file = `sealwatch-fleet-${about.madeAt.slice(0, 16).replaceAll(/[:T]/g, '')}.${format}`
    if (format === 'csv') await saveFile(file, types.csv, csvPieces(lines, table, exportColumns.length))
    else if (format === 'jsonl') await saveFile(file, types.jsonl, jsonLinesPieces(fleetJson(entries, about)))
    else {
      const widths = exportColumns.map((column) => (column === 'id' || column === 'message' ? 60 : 20))
      const { xlsxPieces } = await import('@/lib/export/xlsx')
      const sheets = [
        { name: t('sheet.rows'), widths, hasHeader: true, rows: table },
        { name: t('sheet.about'), widths: [40, 40, 20], hasHeader: false, rows: lines },
      ]
      await saveFile(file, types.xlsx, xlsxPieces(sheets))
    }
    announce(t('saved', { file }))
  }
  const start = (format: ExportFormat) => {
    setMaking(format)
    void make(format).finally(() => setMaking(null))
  }
  return [start, making]
}
