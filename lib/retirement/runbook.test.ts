import { describe, expect, it } from 'vitest'
import { commandText } from '@/lib/diagnosis/commands/build'
import { blockerKinds, migrationClasses, type BlockerKind, type BlockerOutcome, type MigrationClass } from './codes'
import type { DiskItem } from './plan'
import { runbookOf } from './runbook'
import { suggestPlan, suggestionFor } from './waves'

const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/it$(reboot)'

/** A line of the list with a hostile name; the runbook depends on class and blockers only. */
function item(kind: MigrationClass, outcomes: Partial<Record<BlockerKind, BlockerOutcome>> = {}): DiskItem {
  return {
    type: 'disk',
    key: id.toLowerCase(),
    id,
    name: "it's; $(reboot)",
    subscriptionId: 's',
    resourceGroup: 'g',
    region: 'westeurope',
    kind,
    reason: null,
    blockers: blockerKinds.map((each) => ({ kind: each, outcome: outcomes[each] ?? 'clear' })),
    otherEncryption: [],
    disk: {
      id,
      name: 'd',
      subscriptionId: 's',
      resourceGroup: 'g',
      region: 'westeurope',
      vm: null,
      sku: null,
      sizeGiB: null,
      sectorSize: null,
      createdAt: null,
      osType: null,
      stamped: true,
      doubleEncrypted: false,
    },
  }
}
const stepsOf = (...given: Parameters<typeof item>) => runbookOf(item(...given)).map(({ kind }) => kind)

describe('a runbook', () => {
  it('rebuilds a Linux OS disk and never tries to decrypt it', () => {
    expect(stepsOf('linux-os')).toEqual([
      'back-up',
      'record-settings',
      'build-new-vm',
      'copy-data',
      'verify',
      'clean-up',
    ])
  })

  it('decrypts, waits, and copies by upload where that is possible', () => {
    const way = [
      'back-up',
      'record-settings',
      'disable-ade',
      'wait-decrypted',
      'copy-disks',
      'create-vm',
      'fix-mounts',
      'verify',
      'clean-up',
    ]
    expect(stepsOf('windows')).toEqual(way)
    expect(stepsOf('linux-data')).toEqual(way)
  })

  it('has a step for each blocker, and for unknown ones', () => {
    const found = {
      feature: 'found',
      size: 'unknown',
      'domain-join': 'found',
      backup: 'found',
      unsettled: 'found',
    } as const
    expect(stepsOf('windows', found)).toEqual(
      expect.arrayContaining([
        'settle-first',
        'register-feature',
        'choose-size',
        'leave-domain',
        'join-domain',
        'new-backup',
      ]),
    )
    expect(stepsOf('windows', { 'domain-join': 'unknown' })).not.toContain('leave-domain')
  })

  it('replaces session hosts and instances of scale sets', () => {
    expect(stepsOf('windows', { 'virtual-desktop': 'found' })).toContain('new-session-hosts')
    expect(stepsOf('windows', { 'virtual-desktop': 'found' })).not.toContain('copy-disks')
    expect(stepsOf('scale-set')).toContain('replace-instances')
  })

  it('never executes a part of a name', () => {
    for (const kind of migrationClasses)
      for (const { commands } of runbookOf(item(kind)))
        for (const parts of Object.values(commands)) {
          const text = commandText(parts)
          for (const at of text.matchAll(/\$\(reboot\)/g)) expect(text.slice(0, at.index)).toMatch(/'[^'\n]*$/)
        }
  })
})

describe('the suggested waves', () => {
  it('begin with the lines without blockers and end with those to be rebuilt', () => {
    expect(suggestionFor(item('windows'))).toBe('ready')
    expect(suggestionFor(item('windows', { size: 'unknown' }))).toBe('prepare')
    expect(suggestionFor(item('undecided'))).toBe('prepare')
    expect(suggestionFor(item('linux-os'))).toBe('rebuild')
    const plan = suggestPlan([item('windows')], { ready: 'Los', prepare: 'Vorher', rebuild: 'Neu' })
    expect(plan.waves.map(({ name }) => name)).toEqual(['Los', 'Vorher', 'Neu'])
    expect(plan.members).toEqual({ [id.toLowerCase()]: 'ready' })
  })
})
