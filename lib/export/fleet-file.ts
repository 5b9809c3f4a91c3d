import { vmStates, type VmState } from '@/lib/contract/codes'
import { fleetCompleteness, shownCount, type CompletenessKind, type FleetReading } from '@/lib/views/completeness'
import type { CsvCell } from '@/lib/views/csv'
import { countStates, groupGaps, oldestEvidence, type FleetCounts, type GapGroup } from '@/lib/views/fleet-counts'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import {
  exportColumns,
  fleetJson,
  fleetTable,
  type ExportAbout,
  type ExportColumn,
  type ExportWords,
} from './fleet-table'
import { csvPieces, jsonLinesPieces } from './text-files'
import type { ExportFormat } from './formats'
import { xlsxPieces } from './xlsx'

/** Columns that the fleet's table has too, under the same name. */
type TableColumn =
  | 'name'
  | 'subscription'
  | 'group'
  | 'region'
  | 'osType'
  | 'size'
  | 'power'
  | 'state'
  | 'os'
  | 'data'
  | 'pass'
  | 'extension'
  | 'message'
  | 'readiness'
  | 'needs'
  | 'otherEncryption'
  | 'keyVault'
  | 'keyEncryptionKey'
  | 'evidence'

type AboutText =
  'made' | 'filter' | 'noFilter' | 'selection' | 'oldest' | 'gaps' | 'state' | 'rows' | 'all' | 'total' | 'notRead'

/** The texts of a file, in one language. */
export interface FleetFileTexts {
  readonly tableColumn: (column: TableColumn) => string
  readonly fileColumn: (column: Exclude<ExportColumn, TableColumn>) => string
  readonly about: (text: AboutText) => string
  /** What could not be read, every subscription by its name; and why, with Azure's own codes. */
  readonly gap: (gap: GapGroup) => readonly [scope: string, cause: string]
  readonly state: (state: VmState) => string
  readonly completeness: string
  readonly completenessKind: (kind: CompletenessKind) => string
  readonly sheet: (sheet: 'rows' | 'about') => string
  readonly words: ExportWords
}

/** What a file is made of. */
export interface FleetFile {
  readonly entries: readonly FleetEntry[]
  readonly about: ExportAbout
  readonly texts: FleetFileTexts
}

/**
 * What the rows of a file cover.
 * @param counts those of the whole fleet
 * @param selection whether the rows are only those that the user ticked
 * @param filter in the notation of the fleet's address; empty for none
 * @param now milliseconds since 1970
 */
export function aboutFile(
  reading: FleetReading,
  entries: readonly FleetEntry[],
  {
    counts,
    filter,
    selection = false,
  }: { readonly counts: FleetCounts; readonly filter: string; readonly selection?: boolean },
  now: number,
): ExportAbout {
  const { kind, reach } = fleetCompleteness(reading, now)
  return {
    madeAt: new Date(now).toISOString(),
    filter,
    selection,
    rows: entries.length,
    counts,
    shown: countStates(entries).byState,
    oldestEvidence: oldestEvidence(entries),
    gaps: groupGaps(reading.fleet),
    complete: kind === 'whole',
    completeness: kind,
    reach,
  }
}

function headerOf({ tableColumn, fileColumn }: FleetFileTexts): Readonly<Record<ExportColumn, string>> {
  return {
    name: tableColumn('name'),
    subscription: tableColumn('subscription'),
    subscriptionId: fileColumn('subscriptionId'),
    group: tableColumn('group'),
    id: fileColumn('id'),
    region: tableColumn('region'),
    osType: tableColumn('osType'),
    osName: fileColumn('osName'),
    size: tableColumn('size'),
    power: tableColumn('power'),
    state: tableColumn('state'),
    stateCode: fileColumn('stateCode'),
    os: tableColumn('os'),
    data: tableColumn('data'),
    dataDisks: fileColumn('dataDisks'),
    stamped: fileColumn('stamped'),
    pass: tableColumn('pass'),
    extension: tableColumn('extension'),
    message: tableColumn('message'),
    messageKind: fileColumn('messageKind'),
    percent: fileColumn('percent'),
    flags: fileColumn('flags'),
    problem: fileColumn('problem'),
    readiness: tableColumn('readiness'),
    needs: tableColumn('needs'),
    otherEncryption: tableColumn('otherEncryption'),
    keyVault: tableColumn('keyVault'),
    keyEncryptionKey: tableColumn('keyEncryptionKey'),
    tags: fileColumn('tags'),
    reading: fileColumn('reading'),
    readError: fileColumn('readError'),
    firstSeen: fileColumn('firstSeen'),
    evidence: tableColumn('evidence'),
    evidenceAge: fileColumn('evidenceAge'),
  }
}

/** Filter, times and completeness: without these the numbers of a file mean nothing. */
export function factLines({ about, texts }: FleetFile): readonly (readonly CsvCell[])[] {
  const { madeAt, filter, selection, completeness, oldestEvidence, gaps, reach } = about
  return [
    [texts.about('made'), madeAt],
    [texts.about('filter'), filter === '' ? texts.about('noFilter') : filter],
    ...(selection ? [[texts.about('selection')]] : []),
    [texts.completeness, texts.completenessKind(completeness)],
    [texts.about('oldest'), oldestEvidence],
    ...(gaps.length === 0
      ? [[texts.about('gaps'), shownCount(0, reach)]]
      : gaps.map((gap) => [texts.about('gaps'), ...texts.gap(gap)])),
  ]
}

/** Totals by state, Unknown included; null where a count is not known. */
export function countLines({ about, texts }: FleetFile): readonly (readonly CsvCell[])[] {
  const { rows, counts, shown, reach } = about
  return [
    [texts.about('state'), texts.about('rows'), texts.about('all')],
    ...vmStates.map((state) => [
      texts.state(state),
      shownCount(shown[state], reach),
      shownCount(counts.byState[state], reach),
    ]),
    [texts.about('total'), shownCount(rows, reach), shownCount(counts.total, reach)],
    [texts.about('notRead'), null, shownCount(counts.notRead, reach)],
  ]
}

const widths = exportColumns.map((column) => (column === 'id' || column === 'message' ? 60 : 20))

/** One file of a fleet, in pieces. The consumer sets the pace. */
export function fleetFile(format: ExportFormat, file: FleetFile): Iterable<string | Uint8Array<ArrayBuffer>> {
  const { entries, about, texts } = file
  if (format === 'jsonl') return jsonLinesPieces(fleetJson(entries, about))
  const table = fleetTable(entries, headerOf(texts), texts.words, Date.parse(about.madeAt))
  const lines = [...factLines(file), ...countLines(file)]
  if (format === 'csv') return csvPieces(lines, table, exportColumns.length)
  return xlsxPieces([
    { name: texts.sheet('rows'), widths, hasHeader: true, rows: table },
    { name: texts.sheet('about'), widths: [40, 40, 20], hasHeader: false, rows: lines },
  ])
}

/** The name of a file, from the ISO time at which it was made. */
export function fileName(madeAt: string, extension: string): string {
  return `sealwatch-fleet-${madeAt.slice(0, 16).replaceAll(/[:T]/g, '')}.${extension}`
}
