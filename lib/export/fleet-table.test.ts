import { describe, expect, it } from 'vitest'
import { vmStates } from '@/lib/contract/codes'
import { countStates } from '@/lib/views/fleet-counts'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { fleetRow } from '@/lib/views/testing/fleet-rows'
import { countLines } from './fleet-file'
import {
  exportColumns,
  fleetJson,
  fleetTable,
  type ExportAbout,
  oldestEvidence,
  type ExportColumn,
  type ExportWords,
} from './fleet-table'

const entry = (name: string, changes: Partial<FleetEntry> = {}): FleetEntry => ({
  ...fleetRow(name, changes),
  kept: null,
})
const asIs = (code: string) => `«${code}»`
const words: ExportWords = {
  state: asIs,
  power: asIs,
  pass: asIs,
  readiness: asIs,
  reading: asIs,
  otherEncryption: asIs,
  flag: asIs,
  subscription: () => 'Production',
}
const header: Readonly<Record<ExportColumn, string>> = {
  ...(Object.fromEntries(exportColumns.map((column) => [column, column])) as Record<ExportColumn, string>),
}
const now = Date.parse('2026-11-24T10:30:00Z')

function rowOf(one: FleetEntry): Readonly<Record<string, unknown>> {
  const [names = [], cells = []] = [...fleetTable([one], header, words, now)]
  return Object.fromEntries(names.map((name, index) => [String(name), cells[index]]))
}

const unread = entry('b', {
  reading: 'failed',
  readError: 'arm-denied',
  state: 'unknown',
  os: 'unknown',
  data: { state: 'unknown', stamped: 0, total: 2 },
  pass: null,
  evidenceAt: null,
})

describe('an exported row', () => {
  it('has words beside codes, and the age of its evidence', () => {
    expect(
      rowOf(entry('a', { otherEncryption: ['encryption-at-host'], tags: { app: 'web', env: 'prod' } })),
    ).toMatchObject({
      name: 'a',
      subscription: 'Production',
      state: '«encrypted»',
      stateCode: 'encrypted',
      otherEncryption: '«encryption-at-host»',
      tags: 'app=web; env=prod',
      evidence: '2026-11-24T10:00:00Z',
      evidenceAge: 30,
    })
  })

  it('has an empty cell for a number that was not read', () => {
    expect(rowOf(unread)).toMatchObject({
      stateCode: 'unknown',
      dataDisks: null,
      stamped: null,
      pass: null,
      evidence: null,
      evidenceAge: null,
      readError: 'arm-denied',
    })
  })

  it('is generated only when it is requested', () => {
    const asked: string[] = []
    const entries = function* (): Generator<FleetEntry> {
      for (const name of ['a', 'b', 'c']) {
        asked.push(name)
        yield entry(name)
      }
    }
    const rows = fleetTable(entries(), header, words, now)
    rows.next()
    rows.next()
    expect(asked).toEqual(['a'])
  })
})

describe('the header lines of an export', () => {
  it('count Unknown, and name the oldest evidence', () => {
    const entries = [entry('a', { evidenceAt: '2026-11-24T09:00:00Z' }), entry('c'), unread]
    const counts = countStates(entries)
    const about: ExportAbout = {
      madeAt: '2026-11-24T10:30:00Z',
      filter: '',
      selection: false,
      rows: 3,
      counts,
      shown: counts.byState,
      oldestEvidence: oldestEvidence(entries),
      gaps: [],
      complete: false,
      completeness: 'partial',
      reach: 'least',
    }
    const [first, ...rest] = [...fleetJson(entries, about)]
    expect(first).toMatchObject({
      type: 'about',
      oldestEvidence: '2026-11-24T09:00:00Z',
      counts: { total: 3, notRead: 1, byState: { unknown: 1, encrypted: 2 } },
      states: vmStates,
    })
    expect(rest).toHaveLength(3)
    expect(oldestEvidence([unread])).toBeNull()
  })

  it('claim no zero over a part of the fleet', () => {
    const counts = countStates([entry('a')])
    const about = {
      madeAt: '2026-11-24T10:30:00Z',
      filter: '',
      selection: false,
      rows: 1,
      counts,
      shown: counts.byState,
      oldestEvidence: null,
      gaps: [],
      complete: false,
      completeness: 'partial',
    } as const
    const texts = {
      tableColumn: asIs,
      fileColumn: asIs,
      about: asIs,
      gap: () => ['', ''] as const,
      state: asIs,
      completeness: '',
      completenessKind: asIs,
      sheet: asIs,
      words,
    }
    const zeros = (reach: 'least' | 'all') =>
      countLines({ entries: [], about: { ...about, reach }, texts })
        .flat()
        .filter((cell) => cell === 0)
    expect(zeros('least')).toEqual([])
    expect(zeros('all').length).toBeGreaterThan(0)
  })
})
