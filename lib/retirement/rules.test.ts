import { describe, expect, it } from 'vitest'
import type { Retirement, RetirementDisk } from '@/lib/contract/retirement'
import { vmStates } from '@/lib/contract/codes'
import { known, unknown } from '@/lib/shared/known'
import { blockersOf, evidenceOf, type BlockerFacts } from './blockers'
import { classify, type ClassFacts } from './classify'
import { blockerKinds, migrationClasses, type BlockerKind } from './codes'
import { daysLeft } from './plan'
import { encryptedOtherwise, progressOver, tableMoments, totalsOf } from './progress'
import { blockerSources, classSources } from './sources'

const vmId = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm'
const facts: ClassFacts = {
  id: vmId,
  pass: 'single',
  osType: 'Linux',
  os: 'encrypted',
  data: { state: 'none', stamped: 0, total: 0 },
  flags: [],
  operation: null,
}
const classOf = (change: Partial<ClassFacts>, isMember = false) => {
  const classified = classify({ ...facts, ...change }, isMember)
  return classified === null ? null : [classified.kind, classified.reason]
}
const data = (state: ClassFacts['data']['state'], stamped = 0): Pick<ClassFacts, 'data'> => ({
  data: { state, stamped, total: 1 },
})

describe('the class of a VM', () => {
  it.each<[string, Partial<ClassFacts>, readonly unknown[] | null]>([
    ['without ADE', { pass: 'none', os: 'not-encrypted' }, null],
    ['that was not read', { pass: null, os: 'unknown' }, ['undecided', 'not-read']],
    ['with an encrypted Linux OS disk', {}, ['linux-os', null]],
    ['whose OS encryption waits for a restart', { os: 'restart-pending' }, ['linux-os', null]],
    ['whose OS encryption failed', { os: 'failed' }, ['undecided', 'os-failed']],
    ['whose evidence contradicts itself', { os: 'conflict' }, ['undecided', 'os-conflict']],
    ['with data only', { os: 'not-encrypted', ...data('encrypted') }, ['linux-data', null]],
    ['with stamped data that is not mounted', { os: 'not-encrypted', ...data('not-mounted', 1) }, ['linux-data', null]],
    ['with plain data that is not mounted', { os: 'not-encrypted', ...data('not-mounted') }, ['leftover', null]],
    ['with data of which nothing is known', { os: 'not-encrypted', ...data('unknown') }, ['undecided', 'data-unknown']],
    ['that was decrypted', { os: 'not-encrypted' }, ['leftover', null]],
    ['that was asked just now', { os: 'not-encrypted', flags: ['operation-running'] }, ['undecided', 'just-begun']],
    ['that ARM is at work on', { os: 'not-encrypted', operation: 'running' }, ['undecided', 'just-begun']],
    ['that ARM may be at work on', { os: 'not-encrypted', operation: 'not-known' }, ['undecided', 'just-begun']],
    ['of no known system', { osType: null }, ['undecided', 'os-type-unknown']],
    ['with Windows, for any failed volume', { osType: 'Windows', os: 'failed' }, ['windows', null]],
    [
      'with Windows, asked just now',
      { osType: 'Windows', os: 'not-encrypted', flags: ['operation-running'] },
      ['windows', null],
    ],
    ['with Windows, decrypted', { osType: 'Windows', os: 'not-encrypted' }, ['leftover', null]],
    [
      'of a uniform scale set',
      { id: vmId.replace('virtualMachines/vm', 'virtualMachineScaleSets/s/virtualMachines/0') },
      ['scale-set', null],
    ],
  ])('%s', (_name, change, wanted) => {
    expect(classOf(change)).toEqual(wanted)
  })

  it('is that of its set for a member of a flexible scale set', () => {
    expect(classOf({}, true)).toEqual(['scale-set', null])
    expect(classOf({ os: 'not-encrypted' }, true)).toEqual(['leftover', null])
  })
})

const vm: BlockerFacts = {
  key: vmId.toLowerCase(),
  subscriptionId: 's',
  region: 'West Europe',
  size: 'Standard_D4s_v5',
  state: 'encrypted',
  flags: [],
  operation: null,
}
const nothing: Retirement = {
  at: '2026-11-26T12:00:00.000Z',
  features: [],
  sizes: [],
  disks: known([]),
  domainJoined: known([]),
  sessionHosts: known([]),
  backedUp: known([]),
  setMembers: known([]),
}
const outcome = (kind: BlockerKind, answer: Partial<Retirement>, change: Partial<BlockerFacts> = {}) =>
  blockersOf({ ...vm, ...change }, evidenceOf({ ...nothing, ...answer })).find((each) => each.kind === kind)?.outcome

const disk: RetirementDisk = {
  id: '/d',
  name: 'd',
  subscriptionId: 's',
  resourceGroup: 'g',
  region: 'westeurope',
  vm: vm.key,
  sku: 'UltraSSD_LRS',
  sizeGiB: 64,
  sectorSize: 512,
  createdAt: '2022-01-01T00:00:00Z',
  osType: null,
  stamped: false,
  doubleEncrypted: false,
}
const withDisks = (...disks: readonly Partial<RetirementDisk>[]) => ({
  disks: known(disks.map((change) => ({ ...disk, ...change }))),
})

describe('the blockers', () => {
  it('are unknown before related resources were read, except those of the VM itself', () => {
    expect(blockersOf(vm, null)).toEqual(
      blockerKinds.map((kind) => ({ kind, outcome: kind === 'unsettled' ? 'clear' : 'unknown' })),
    )
  })

  it('include a size by what its region offers to the subscription, and nothing else', () => {
    const place = { subscriptionId: 's', region: 'westeurope', size: 'Standard_D4s_v5' }
    expect(outcome('size', { sizes: [{ ...place, atHost: known(false) }] })).toBe('found')
    expect(outcome('size', { sizes: [{ ...place, atHost: known(true) }] })).toBe('clear')
    expect(outcome('size', { sizes: [{ ...place, atHost: unknown('absent') }] })).toBe('unknown')
    expect(outcome('size', { sizes: [{ ...place, region: 'eastus', atHost: known(true) }] })).toBe('unknown')
    expect(outcome('size', { sizes: [{ ...place, atHost: known(true) }] }, { size: null })).toBe('unknown')
  })

  it('include a feature that is not registered', () => {
    expect(outcome('feature', { features: [{ subscriptionId: 's', registered: known(false) }] })).toBe('found')
    expect(outcome('feature', { features: [{ subscriptionId: 's', registered: unknown('denied') }] })).toBe('unknown')
    expect(outcome('feature', {})).toBe('unknown')
  })

  it.each([
    [[{}], 'found'],
    [[{ createdAt: '2023-05-14T00:00:01Z' }], 'not-seen'],
    [[{ createdAt: null }], 'unknown'],
    [[{ sectorSize: 4096 }], 'not-seen'],
    [[{ sectorSize: null }], 'unknown'],
    [[{ sku: 'Premium_LRS' }], 'not-seen'],
    [[{ sku: 'premiumv2_lrs', sectorSize: 4096 }, { sectorSize: null }], 'unknown'],
    [[{ sectorSize: null }, {}], 'found'],
    [[{ vm: null, stamped: true }], 'not-seen'],
  ] as const)('judge a disk with limits: %j is %s', (disks, wanted) => {
    expect(outcome('disk-limits', withDisks(...disks))).toBe(wanted)
  })

  it.each(['domain-join', 'virtual-desktop', 'backup'] as const)(
    'are %s where Azure names the VM; an absent row proves nothing',
    (kind) => {
      const part = ({ 'domain-join': 'domainJoined', 'virtual-desktop': 'sessionHosts', backup: 'backedUp' } as const)[
        kind
      ]
      expect(outcome(kind, { [part]: known([vm.key]) })).toBe('found')
      expect(outcome(kind, {})).toBe('not-seen')
      expect(outcome(kind, { [part]: unknown('unreadable') })).toBe('unknown')
    },
  )

  it('include running work, which may continue where the guest does not confirm its end', () => {
    expect(outcome('unsettled', {}, { state: 'encrypting' })).toBe('found')
    expect(outcome('unsettled', {}, { flags: ['operation-running'] })).toBe('found')
    expect(outcome('unsettled', {}, { operation: 'running' })).toBe('found')
    expect(outcome('unsettled', {}, { operation: 'not-known' })).toBe('unknown')
    expect(outcome('unsettled', {}, { state: 'encrypted-unverified' })).toBe('not-seen')
    expect(outcome('unsettled', {}, { state: 'unknown' })).toBe('unknown')
    expect(outcome('unsettled', {})).toBe('clear')
  })

  it('and every way cite documents at a commit', () => {
    const all = [
      ...migrationClasses.flatMap((kind) => classSources[kind]),
      ...blockerKinds.map((kind) => blockerSources[kind]),
    ]
    for (const source of all)
      expect(source).toMatch(/^https:\/\/github\.com\/MicrosoftDocs\/[\w-]+\/blob\/[0-9a-f]{8}\//)
  })
})

describe('the remaining days', () => {
  it.each([
    ['2026-11-24T23:59:59Z', 661],
    ['2028-09-14T12:00:00Z', 1],
    ['2028-09-15T00:00:00Z', 0],
    ['2028-09-16T00:00:00Z', -1],
  ])('on %s are %i', (now, days) => {
    expect(daysLeft(Date.parse(now))).toBe(days)
  })
})

describe('the progress so far', () => {
  const moments = progressOver({
    vms: 16,
    moments: [
      { at: '2026-01-01T00:00:00Z', counts: {}, lastKnown: {} },
      {
        at: '2026-02-01T00:00:00Z',
        counts: { encrypted: 4, failed: 1, unknown: 2, 'not-encrypted': 9 },
        lastKnown: {},
      },
      {
        at: '2026-03-01T00:00:00Z',
        counts: { encrypted: 3, 'protected-otherwise': 2 },
        lastKnown: { encrypted: 1, unknown: 2, 'not-encrypted': 8 },
      },
    ],
  })

  it('counts VMs on Azure Disk Encryption, and the unknown apart', () => {
    expect(moments.map(({ left, unknown: open, seen }) => [left, open, seen])).toEqual([
      [0, 0, 0],
      [5, 2, 16],
      [3, 0, 5],
    ])
  })

  it('keeps VMs that were not read in the last known state, apart from those observed', () => {
    expect(moments.map(({ lastKnown, notSeen }) => [lastKnown, notSeen])).toEqual([
      [0, 16],
      [0, 0],
      [1, 11],
    ])
  })

  it('agrees with the totals of the list at the same time, whatever state a VM is in', () => {
    const vms = vmStates.map((state) => ({ state, pass: 'single' }) as const)
    // A confidential VM is no item of the list, and a VM that was not read is one without a claim.
    const confidential = { state: 'partly-encrypted', pass: 'none' } as const
    const unread = { type: 'vm', vm: { state: 'encrypted', pass: null } } as const
    const counts = Object.fromEntries(vmStates.map((state) => [state, state === confidential.state ? 2 : 1]))
    const [now] = progressOver({ vms: vms.length, moments: [{ at: '2026-04-01T00:00:00Z', counts, lastKnown: {} }] })
    const totals = totalsOf([...vms.map((vm) => ({ type: 'vm', vm }) as const), unread, { type: 'disk' }])
    expect(encryptedOtherwise([...vms, confidential])).toBe(1)
    expect(totals.vms + encryptedOtherwise([...vms, confidential])).toBe(now?.left)
    expect(totals).toEqual({ vms: totals.vms, disks: 1, others: vms.length - totals.vms + 1 })
  })

  it('has no point with zeros where no observation exists', () => {
    expect(tableMoments(moments, 3).map(({ left }) => left)).toEqual([3, 5])
  })
})
