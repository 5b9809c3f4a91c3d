import { describe, expect, it } from 'vitest'
import { kindOf, nextStep, shown, startedVm, until } from './test-vm'
import type { PlanName } from './plans'
import type { ImageName } from '../worlds/images'

interface Failure {
  readonly plan: PlanName
  readonly image: ImageName
  readonly code: string
  readonly text: RegExp
  readonly words: string
  readonly stamps: string
  readonly resource: string
}

const os = { image: 'ubuntu2004', code: 'failed/19', stamps: 'encrypted,encrypted', resource: 'Succeeded' } as const
const inside = (state: string): RegExp =>
  new RegExp(`^Failed to encrypt OS volume with error: [\\s\\S]*, machine state: ${state}$`)

const failures: readonly Failure[] = [
  { ...os, plan: 'linux-fail-prereq', text: inside('prereq'), words: 'NotEncrypted/Encrypted' },
  { ...os, plan: 'linux-fail-selinux', image: 'rhel79', text: inside('selinux'), words: 'NotEncrypted/Encrypted' },
  { ...os, plan: 'linux-fail-stripdown', text: inside('stripdown'), words: 'NotEncrypted/NotMounted' },
  { ...os, plan: 'linux-fail-unmount-oldroot', text: inside('unmount_oldroot'), words: 'NotEncrypted/NotMounted' },
  {
    ...os,
    plan: 'linux-fail-split-root-partition',
    text: inside('split_root_partition'),
    words: 'NotEncrypted/NotMounted',
  },
  {
    ...os,
    plan: 'linux-fail-encrypt-block-device',
    text: inside('encrypt_block_device'),
    words: 'NotEncrypted/NotMounted',
  },
  { ...os, plan: 'linux-fail-patch-boot-system', text: inside('patch_boot_system'), words: 'NotEncrypted/NotMounted' },
  { ...os, plan: 'linux-fail-xfs', text: /fstype:xfs/, words: 'NotEncrypted/NotEncrypted', stamps: '-,encrypted' },
  {
    ...os,
    plan: 'linux-fail-stamping',
    text: /RUNTIME_E_KEYVAULT_SET_SECRET_FAILED/,
    words: 'NotEncrypted/NotEncrypted',
    stamps: '-,-',
    resource: 'Failed',
  },
  {
    ...os,
    plan: 'linux-fail-check-memory',
    code: 'failed/53',
    text: /Not enough memory/,
    words: 'NotEncrypted/NotEncrypted',
    stamps: '-,-',
    resource: 'Failed',
  },
  {
    ...os,
    plan: 'linux-fail-check-lvm',
    code: 'failed/53',
    text: /LVM OS disk layout/,
    words: 'NotEncrypted/NotEncrypted',
    stamps: '-,-',
    resource: 'Failed',
  },
  {
    ...os,
    plan: 'linux-fail-check-vault',
    code: 'failed/53',
    text: /key vault names did not match/,
    words: 'NotEncrypted/NotEncrypted',
    stamps: '-,-',
    resource: 'Failed',
  },
  {
    ...os,
    plan: 'linux-fail-key-volume',
    code: 'failed/52',
    text: /BEK disk is missing/,
    words: 'NotEncrypted/NotEncrypted',
    stamps: '-,-',
    resource: 'Failed',
  },
  {
    ...os,
    plan: 'linux-fail-packages',
    code: 'failed/52',
    text: /Failed to install cryptsetup package/,
    words: 'NotEncrypted/NotEncrypted',
    stamps: '-,-',
    resource: 'Failed',
  },
  {
    ...os,
    plan: 'windows-fail',
    image: 'windows2022',
    code: 'failed/1',
    text: /^\[2\.4\.0\.21\] Failed to configure bitlocker/,
    words: '-',
    stamps: '-,-',
    resource: 'Failed',
  },
]

describe.each(failures)('$plan', ({ plan, image, text, ...expected }) => {
  it('ends as documented', () => {
    const vm = startedVm(plan, image, { dataDisks: [1] })
    while (nextStep(vm));
    const { message, ...rest } = shown(vm)
    expect(rest).toEqual(expected)
    expect(message).toMatch(text)
  })
})

describe('unmounting the old root', () => {
  it('fails ten times with code 22 before the run fails with code 19', () => {
    const vm = startedVm('linux-fail-unmount-oldroot', 'ubuntu2004')
    const codes: string[] = []
    while (nextStep(vm)) codes.push(shown(vm).code)
    expect(codes.filter((code) => code === 'failed/22')).toHaveLength(10)
    expect(codes.at(-1)).toBe('failed/19')
    expect(shown(vm).message).toContain('Could not unmount /oldroot in 10 attempts')
  })

  it('continues after a successful attempt', () => {
    const vm = until(startedVm('linux-offline-all-busy-root', 'ubuntu2004'), 'unmount_oldroot attempt 3')
    expect(kindOf(shown(vm).message)).toMatch(/^Attempt #3 to unmount \/oldroot failed/)
    expect(shown(vm)).toMatchObject({ code: 'failed/22', words: 'EncryptionInProgress/EncryptionInProgress' })
    expect(shown(until(vm, 'encrypt_block_device')).code).toBe('succeeded')
  })
})
