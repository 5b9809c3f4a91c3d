import { describe, expect, it } from 'vitest'
import { causes } from '../causes'
import { problemKinds } from '../kinds'
import { alternativesIn } from './alternatives'
import type { StepKind } from './kinds'

const remedies = problemKinds.flatMap((kind) =>
  causes[kind].flatMap(({ steps, unproven = [] }) => [steps, unproven] as const),
)

describe('steps of which one is enough', () => {
  it('are marked by the later one, right behind the earlier one', () => {
    expect(alternativesIn(['show-vault', 'grant-backup', 'grant-backup-role', 'run-backup-again'])).toEqual([
      'grant-backup-role',
    ])
    expect(alternativesIn(['grant-backup-role'])).toEqual([])
    expect(alternativesIn(['grant-backup', 'show-vault', 'grant-backup-role'])).toEqual([])
  })

  it('are these pairs of all remedies, and no other', () => {
    const pairs = remedies.flatMap((steps) =>
      alternativesIn(steps).map(
        (kind) => `${steps.slice(0, steps.indexOf(kind)).findLast((each) => each !== 'snapshot-disks')} or ${kind}`,
      ),
    )
    expect([...new Set(pairs)].sort()).toEqual([
      'enable-data-only or redeploy-from-stock-image',
      'enter-passphrase or repair-offline',
      'free-space or choose-larger-size',
      'free-space or resize-vm',
      'grant-application or grant-application-role',
      'grant-backup or grant-backup-role',
      'grant-caller or grant-caller-role',
      'grant-service-key or grant-service-key-role',
      'resize-vm or use-encryption-at-host',
      'restore-os-disk or redeploy-from-stock-image',
      'selinux-permissive or disable-selinux',
      'use-single-pass or redeploy-from-stock-image',
      'wait-for-package-manager or install-packages',
    ])
  })

  it.each<readonly [StepKind, StepKind]>([
    ['deallocate-and-start', 'prove-key-on-copy'],
    ['enable-again', 'snapshot-disks'],
  ])('%s never stands in place of %s', (kind, before) => {
    expect(alternativesIn([before, kind])).toEqual([])
  })
})
