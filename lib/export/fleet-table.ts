import { vmStates, type VmState } from '@/lib/contract/codes'
import type { CsvCell } from '@/lib/views/csv'
import type { CompletenessKind, Reach } from '@/lib/views/completeness'
import type { FleetCounts, GapGroup } from '@/lib/views/fleet-counts'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { fleetNeedOf } from '@/lib/views/fleet-need'
import { knownPercent } from '@/lib/views/progress-kind'

/**
 * Columns of an exported fleet, in their order. Codes stay beside words, so that programs do not depend on a language.
 */
export const exportColumns = [
  'name',
  'subscription',
  'subscriptionId',
  'group',
  'id',
  'region',
  'osType',
  'osName',
  'size',
  'power',
  'state',
  'stateCode',
  'os',
  'data',
  'dataDisks',
  'stamped',
  'pass',
  'extension',
  'message',
  'messageKind',
  'percent',
  'flags',
  'problem',
  'readiness',
  'needs',
  'otherEncryption',
  'keyVault',
  'keyEncryptionKey',
  'tags',
  'reading',
  'readError',
  'firstSeen',
  'evidence',
  'evidenceAge',
] as const
export type ExportColumn = (typeof exportColumns)[number]

/** Texts for codes in the reader's language. */
export interface ExportWords {
  readonly state: (state: VmState) => string
  readonly power: (power: FleetEntry['power']) => string
  readonly pass: (pass: NonNullable<FleetEntry['pass']>) => string
  readonly readiness: (readiness: NonNullable<FleetEntry['readiness']>) => string
  readonly reading: (reading: FleetEntry['reading']) => string
  readonly otherEncryption: (kind: FleetEntry['otherEncryption'][number]) => string
  readonly flag: (code: FleetEntry['flags'][number]) => string
  readonly subscription: (id: string) => string
}

type Reader = (entry: FleetEntry, words: ExportWords, now: number) => CsvCell

const tagText = ({ tags }: FleetEntry): string =>
  Object.entries(tags)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

const readers: Readonly<Record<ExportColumn, Reader>> = {
  name: ({ name }) => name,
  subscription: ({ subscriptionId }, words) => words.subscription(subscriptionId),
  subscriptionId: ({ subscriptionId }) => subscriptionId,
  group: ({ resourceGroup }) => resourceGroup,
  id: ({ id }) => id,
  region: ({ region }) => region,
  osType: ({ osType }) => osType,
  osName: ({ osName }) => osName,
  size: ({ size }) => size,
  power: ({ power }, words) => words.power(power),
  state: ({ state }, words) => words.state(state),
  stateCode: ({ state }) => state,
  os: ({ os }) => os,
  data: ({ data }) => data.state,
  // A value that was not read is unknown, not 0.
  dataDisks: ({ data, reading }) => (reading === 'read' || reading === 'inventory' ? data.total : null),
  stamped: ({ data, reading }) => (reading === 'read' || reading === 'inventory' ? data.stamped : null),
  pass: ({ pass }, words) => (pass === null ? null : words.pass(pass)),
  extension: ({ extensionVersion }) => extensionVersion,
  message: ({ progress }) => progress.message,
  messageKind: ({ progress }) => progress.messageKind,
  percent: knownPercent,
  flags: ({ flags }, words) => flags.map(words.flag).join('; '),
  problem: ({ problem }) => problem?.kind ?? null,
  readiness: ({ readiness }, words) => (readiness === null ? null : words.readiness(readiness)),
  needs: fleetNeedOf,
  otherEncryption: ({ otherEncryption }, words) => otherEncryption.map(words.otherEncryption).join('; '),
  keyVault: ({ keyVault }) => keyVault,
  keyEncryptionKey: ({ keyEncryptionKey }) => keyEncryptionKey,
  tags: tagText,
  reading: ({ reading }, words) => words.reading(reading),
  readError: ({ readError }) => readError,
  firstSeen: ({ history }) => history?.firstSeen ?? null,
  evidence: ({ evidenceAt }) => evidenceAt,
  evidenceAge: ({ evidenceAt }, _words, now) => {
    const age = now - Date.parse(evidenceAt ?? '')
    return Number.isNaN(age) ? null : Math.max(0, Math.round(age / 60_000))
  },
}

/**
 * Header and rows of an exported fleet, generated on demand.
 * @param now milliseconds since 1970, from which ages are counted
 */
export function* fleetTable(
  entries: Iterable<FleetEntry>,
  header: Readonly<Record<ExportColumn, string>>,
  words: ExportWords,
  now: number,
): Generator<readonly CsvCell[]> {
  yield exportColumns.map((column) => header[column])
  for (const entry of entries) yield exportColumns.map((column) => readers[column](entry, words, now))
}

/** What the exported view covers: the totals include Unknown and what was not read. */
export interface ExportAbout {
  /** ISO time at which the file was made. */
  readonly madeAt: string
  /** The view's filters as in its address; empty for no filter. */
  readonly filter: string
  /** Whether the rows are only those that the user ticked. */
  readonly selection: boolean
  /** Rows in the file. */
  readonly rows: number
  readonly counts: FleetCounts
  /** Counts of the rows in the file, by state. */
  readonly shown: Readonly<Record<VmState, number>>
  /** ISO time of the oldest evidence in the file; null where no row has evidence. */
  readonly oldestEvidence: string | null
  /** Parts of the fleet that could not be read, by cause; rows that were not read state their own cause. */
  readonly gaps: readonly GapGroup[]
  /** Whether everything was read; if not, no total is final. */
  readonly complete: boolean
  /** Why the list is incomplete, as a kind of completeness. */
  readonly completeness: CompletenessKind
  /** What the totals cover: a count that the reading does not contain is null in the tables. */
  readonly reach: Reach
}

/** The oldest evidence among rows. */
export function oldestEvidence(entries: readonly FleetEntry[]): string | null {
  return entries.reduce<string | null>(
    (oldest, { evidenceAt }) => (evidenceAt !== null && (oldest === null || evidenceAt < oldest) ? evidenceAt : oldest),
    null,
  )
}

/** Header lines of a JSON Lines file: codes alone. */
export function* fleetJson(entries: Iterable<FleetEntry>, about: ExportAbout): Generator {
  yield { type: 'about', schema: 2, ...about, states: vmStates }
  for (const entry of entries) yield { type: 'vm', ...entry }
}
