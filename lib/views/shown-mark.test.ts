import { expect, it } from 'vitest'
import type { EvidenceCell, EvidenceRow } from '@/lib/contract/codes'
import { shownMark } from './shown-mark'

const cell = (value: EvidenceCell['value'], mark: EvidenceCell['mark']): EvidenceCell => ({
  value,
  mark,
  raw: null,
  count: null,
})
const row = (kind: EvidenceRow['kind'], os: EvidenceCell, data: EvidenceCell | null = null): EvidenceRow => ({
  kind,
  os,
  data,
  source: 'none',
})

it.each([
  ['report-encrypting', 'expected'],
  ['report-decrypting', 'expected'],
  ['report-none', 'ahead'],
  ['report-not-encrypted', 'ahead'],
] as const)('a stamp ahead of %s is %s', (value, mark) => {
  const stamp = row('stamp', cell('stamp-encrypted', 'ahead'))
  expect(shownMark([stamp, row('report', cell(value, 'decides'))], stamp, 'os')).toBe(mark)
})

it('expects nothing on a volume of which no run is reported, and keeps every other mark', () => {
  const stamp = row('stamp', cell('stamp-encrypted', 'agrees'), cell('stamp-encrypted', 'ahead'))
  const report = row('report', cell('report-encrypting', 'decides'), cell('report-none', 'decides'))
  expect(shownMark([stamp, report], stamp, 'os')).toBe('agrees')
  expect(shownMark([stamp, report], stamp, 'data')).toBe('ahead')
  expect(shownMark([stamp], stamp, 'data')).toBe('ahead')
  expect(shownMark([report], row('guest', cell('not-attested', 'nothing')), 'data')).toBeNull()
})
