import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataStateSchema } from '@/lib/contract/row-verdict'
import { passes, vmStates, volumeStates } from '@/lib/encryption/types'
import { formatTime } from '@/lib/i18n/format'
import { languages } from '@/lib/i18n/languages'
import {
  changes,
  compareFiles,
  comparisonAsJson,
  differenceOf,
  obstacleOf,
  type Comparison,
  type FleetInFile,
  type Shown,
} from '@/lib/views/fleet-difference'
import { comparisonAsText } from './comparison-text'

const here = '5aebd407-0000-4000-a000-000000000001'
const there = '5aebd407-0000-4000-a000-000000000002'

type Row = Partial<Shown> & { readonly name: string; readonly subscriptionId?: string }

function fleet(rows: readonly Row[], other: Partial<FleetInFile> = {}): FleetInFile {
  const made = rows.map(({ name, subscriptionId = here, data = 'none', ...shown }) => {
    const id = `/subscriptions/${subscriptionId}/vm/${name}`
    const rest = { state: 'encrypted', os: 'encrypted', pass: 'single', evidenceAt: null, ...shown } as const
    return [
      id,
      { id, subscriptionId, resourceGroup: 'vm', name, ...rest, data: { state: data, stamped: 0, total: 0 } },
    ] as const
  })
  const subscriptions = [{ id: here }, { id: there }]
  return { rows: new Map(made), gaps: [], subscriptions, complete: true, failed: null, ...other }
}

const changesOf = (before: FleetInFile, after: FleetInFile) =>
  differenceOf(before, after).map(({ id, change }) => [id.split('/').at(-1), change])

describe('the difference of two files', () => {
  it('is the state or a volume that both files know', () => {
    const before = fleet([
      { name: 'a', state: 'encrypting' },
      { name: 'b' },
      { name: 'c' },
      { name: 'd', state: 'unknown' },
      { name: 'e', pass: 'dual' },
      { name: 'f', pass: null },
      { name: 'g', os: 'unknown' },
    ])
    const after = fleet([
      { name: 'a' },
      { name: 'b', data: 'encrypted' },
      ...['c', 'd', 'e', 'f', 'g'].map((name) => ({ name })),
    ])
    expect(changesOf(before, after)).toEqual([
      ['a', 'changed'],
      ['b', 'changed'],
      ['c', 'same'],
      ['d', 'not-known'],
      ['e', 'changed'],
      ['f', 'same'],
      ['g', 'not-known'],
    ])
    expect(changesOf(after, before)).toEqual(changesOf(before, after))
  })

  it('is a new or a gone VM only where the other file lists all VMs of its subscription', () => {
    const [none, one] = [fleet([]), fleet([{ name: 'a' }])]
    expect(changesOf(none, one)).toEqual([['a', 'new']])
    expect(changesOf(one, none)).toEqual([['a', 'gone']])
    const partly: readonly Partial<FleetInFile>[] = [
      { subscriptions: [{ id: there }] },
      { gaps: [{ scope: here, kind: 'inventory' }], complete: false },
      { gaps: [{ scope: here, kind: 'subscription' }], complete: false },
      { gaps: [{ scope: 'tenant', kind: 'inventory' }], complete: false },
      // Broken off, and no gap says where.
      { complete: false },
      { gaps: [{ scope: '/subscriptions/x', kind: 'vm' }], complete: false, failed: 'arm-down' },
    ]
    for (const other of partly) {
      expect(changesOf(fleet([], other), one)).toEqual([['a', 'only-after']])
      expect(changesOf(one, fleet([], other))).toEqual([['a', 'only-before']])
    }
    const elsewhere = { gaps: [{ scope: there, kind: 'inventory' } as const], complete: false }
    expect(changesOf(one, fleet([], elsewhere))).toEqual([['a', 'gone']])
  })
})

const shown = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  subscriptionId: fc.constantFrom(here, there),
  state: fc.constantFrom(...vmStates),
  os: fc.constantFrom(...volumeStates),
  data: fc.constantFrom(...dataStateSchema.options),
  pass: fc.constantFrom(...passes, null),
  evidenceAt: fc.constantFrom('2026-11-20T10:00:00Z', null),
})
const gap = fc.record({
  scope: fc.constantFrom(here, there, 'tenant'),
  kind: fc.constantFrom('tenant' as const, 'subscription' as const, 'vm' as const, 'inventory' as const),
})
const anyFleet = fc
  .record({
    rows: fc.array(shown, { maxLength: 8 }),
    gaps: fc.array(gap, { maxLength: 2 }),
    subscriptions: fc.subarray([{ id: here }, { id: there }]),
    complete: fc.boolean(),
    failed: fc.constantFrom('arm-down', null),
  })
  .map(({ rows, ...other }) => fleet(rows, other))

const compared = (before: FleetInFile, after: FleetInFile): Comparison => {
  const side = { name: 'file', takenAt: '2026-11-20T10:00:00Z' }
  return compareFiles([side, before], [side, after])
}

/** Whether a fleet has a reason to lack VMs of a subscription. */
const isUnread = ({ gaps, subscriptions, failed }: FleetInFile, id: string): boolean =>
  failed !== null ||
  !subscriptions.some((each) => each.id === id) ||
  gaps.some(({ kind, scope }) => kind !== 'vm' && (scope === id || scope === 'tenant'))

describe('two files', () => {
  const origin = { cloud: 'public', tenantId: here, redacted: false, takenAt: '2026-11-20T10:00:00Z' }
  it('are compared where they are of one tenant and cloud, in their order, and neither is redacted', () => {
    const later = { ...origin, takenAt: '2026-11-20T10:00:01Z' }
    expect(obstacleOf(origin, origin)).toBeNull()
    expect(obstacleOf(origin, later)).toBeNull()
    expect(obstacleOf(later, origin)).toBe('order')
    expect(obstacleOf(origin, { ...later, tenantId: there })).toBe('other-tenant')
    expect(obstacleOf(origin, { ...later, cloud: 'china' })).toBe('other-tenant')
    expect(obstacleOf(origin, { ...later, redacted: true })).toBe('redacted')
    expect(obstacleOf({ ...origin, redacted: true }, later)).toBe('redacted')
  })
})

describe('any two files', () => {
  it('have no difference where they are the same', () => {
    fc.assert(
      fc.property(anyFleet, (one) => {
        for (const { change } of differenceOf(one, one)) expect(['same', 'not-known']).toContain(change)
      }),
    )
  })

  it('never show a VM of an unread subscription as new or gone', () => {
    fc.assert(
      fc.property(anyFleet, anyFleet, (before, after) => {
        for (const { id, change } of differenceOf(before, after)) {
          const subscription = id.split('/')[2] ?? ''
          if (isUnread(after, subscription)) expect(change).not.toBe('gone')
          if (isUnread(before, subscription)) expect(change).not.toBe('new')
        }
      }),
    )
  })

  it('have counts that equal the list of their VMs', () => {
    fc.assert(
      fc.property(anyFleet, anyFleet, (before, after) => {
        const { vms, ...rest } = compared(before, after)
        const json: unknown = JSON.parse(comparisonAsJson({ vms, ...rest }))
        const counted = Object.fromEntries(changes.map((each) => [each, vms.filter((vm) => vm.change === each).length]))
        const statesOf = (side: 'before' | 'after', rows: FleetInFile['rows']) => ({
          vms: rows.size,
          states: Object.fromEntries(
            vmStates.map((state) => [state, vms.filter((vm) => vm[side]?.state === state).length]),
          ),
        })
        expect(json).toMatchObject({
          changes: counted,
          before: statesOf('before', before.rows),
          after: statesOf('after', after.rows),
        })
        expect(vms).toHaveLength(new Set([...before.rows.keys(), ...after.rows.keys()]).size)
        const listed = comparisonAsText({ vms, ...rest }, 'en')
          .split('\n')
          .filter((line) => line.startsWith('  /'))
        expect(listed).toHaveLength(vms.filter(({ change }) => change !== 'same').length)
      }),
    )
  })

  it('say of a VM what differs and when each file had read it', () => {
    const [then, later] = ['2026-11-20T10:00:00Z', '2026-11-24T10:00:00Z']
    const before = fleet([{ name: 'a', state: 'encrypting', os: 'encrypting', pass: 'dual', evidenceAt: then }])
    const after = fleet([{ name: 'a', evidenceAt: later }])
    const lines = {
      en: 'Encrypting → Encrypted; OS: encrypting → encrypted; Method: dual pass → single pass (read on',
      ja: '暗号化中 → 暗号化済み; OS: 暗号化中 → 暗号化済み; 方式: デュアル パス → シングル パス (読み取り:',
    }
    for (const language of languages) {
      const moments = `${formatTime(language, then)} → ${formatTime(language, later)})`
      expect(comparisonAsText(compared(before, after), language)).toContain(`/a: ${lines[language]} ${moments}`)
    }
  })
})
