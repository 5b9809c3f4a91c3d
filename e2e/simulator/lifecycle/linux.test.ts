import { describe, expect, it } from 'vitest'
import { adeExtensionOf } from '../records/ade-extension'
import { dualPassSecretUrl } from './dual-pass'
import { at, progression, nextStep, shown, startedVm, until } from './test-vm'

const inProgress = 'EncryptionInProgress/EncryptionInProgress'

describe('offline, all volumes, Ubuntu', () => {
  it('shows the documented texts in order, the data success and the empty text twice', () => {
    expect(progression(startedVm('linux-offline-all', 'ubuntu2204', { dataDisks: [1, 1] }))).toEqual([
      '- | - | -',
      `transitioning |  | ${inProgress}`,
      `succeeded | Encryption settings stamped | ${inProgress}`,
      `succeeded | Encrypting 2 data volumes | ${inProgress}`,
      `succeeded | Encrypting data volume i/N: % | ${inProgress}`,
      `succeeded | Encryption succeeded for data volumes | ${inProgress}`,
      `failed/19 | Restarted extension from stripped down OS | ${inProgress}`,
      `succeeded |  | ${inProgress}`,
      `succeeded | OS disk encryption started | ${inProgress}`,
      'succeeded | OS disk successfully encrypted, please reboot the VM | VMRestartPending/NotMounted',
      'succeeded |  | Encrypted/EncryptionInProgress',
      'succeeded | Encrypting 0 data volumes | Encrypted/EncryptionInProgress',
      'succeeded | Encryption succeeded for data volumes | Encrypted/EncryptionInProgress',
      'succeeded | Encryption succeeded for all volumes | Encrypted/EncryptionInProgress',
      'succeeded | Encryption succeeded for all volumes | Encrypted/Encrypted',
    ])
  })

  it('passes through the machine states of Ubuntu', () => {
    const vm = startedVm('linux-offline-all', 'ubuntu2004')
    while (nextStep(vm));
    const states = [
      'prereq',
      'selinux',
      'stripdown',
      'unmount_oldroot',
      'split_root_partition',
      'encrypt_block_device',
      'patch_boot_system',
      'completed',
    ]
    const seen = vm.run?.history.map(({ step }) => step).filter((step) => states.includes(step))
    expect(seen).toEqual(states.filter((state) => state !== 'selinux'))
  })

  it('stamps every disk before the first block is encrypted, and closes the deployment then', () => {
    const vm = startedVm('linux-offline-all', 'ubuntu2204', { dataDisks: [1] })
    expect(shown(vm)).toMatchObject({ stamps: '-,-', resource: 'Creating' })
    expect(vm.provisioningState).toBe('Updating')
    expect(shown(until(vm, 'stamped'))).toMatchObject({ stamps: 'encrypted,encrypted', resource: 'Succeeded' })
    expect(vm.provisioningState).toBe('Succeeded')
    expect(vm.disks.every(({ settings }) => settings?.enabled === true)).toBe(true)
  })

  it('keeps one text for hours while the OS volume is copied', () => {
    const vm = until(startedVm('linux-offline-all', 'ubuntu2204'), 'encrypt_block_device')
    const began = at(vm)
    until(vm, 'patch_boot_system')
    expect(at(vm) - began).toBeGreaterThan(3 * 3_600_000)
    expect(shown(vm).message).toBe('OS disk encryption started')
  })

  it('has a silent agent after the switch and during the reboot', () => {
    const vm = until(startedVm('linux-offline-all', 'ubuntu2204'), 'stripped down')
    expect(vm.agentReady).toBe(false)
    expect(until(vm, 'enable runs again').agentReady).toBe(true)
    expect(until(vm, 'rebooting').agentReady).toBe(false)
    expect(until(vm, 'marker cleared').agentReady).toBe(true)
  })
})

describe('offline, RHEL 7', () => {
  it('changes SELinux, splits no partition, and reports the switch as a success', () => {
    const vm = startedVm('linux-offline-os', 'rhel79')
    const texts = progression(vm)
    expect(texts).toContain('succeeded | Restarted extension from stripped down OS | EncryptionInProgress/NotMounted')
    const steps = vm.run?.history.map(({ step }) => step) ?? []
    expect(steps).toContain('selinux')
    expect(steps).not.toContain('split_root_partition')
    expect(texts.at(-1)).toBe('succeeded | Encryption succeeded for OS volume | Encrypted/NotMounted')
  })
})

describe('offline, data volumes', () => {
  it('counts three times up to a hundred for every volume, not monotonically', () => {
    const vm = startedVm('linux-offline-data', 'ubuntu2204', { dataDisks: [64] })
    while (nextStep(vm));
    const percents =
      vm.run?.history.flatMap(({ message }) => /data volume 1\/1: (\d+)%/.exec(message)?.[1] ?? []).map(Number) ?? []
    expect(percents.slice(0, 2)).toEqual([50, 100])
    expect(percents.slice(3, 104)).toEqual(Array.from({ length: 101 }, (_, percent) => percent))
    expect(percents.slice(104)).toEqual([50, 100])
  })

  it('does not change the OS disk', () => {
    const vm = startedVm('linux-offline-data', 'ubuntu2204', { dataDisks: [1] })
    expect(progression(vm).at(-1)).toBe('succeeded | Encryption succeeded for data volumes | NotEncrypted/Encrypted')
    expect(shown(vm).stamps).toBe('-,encrypted')
  })

  it('formats in minutes, without a percentage, as transitioning', () => {
    expect(progression(startedVm('linux-format-data', 'ubuntu2204', { dataDisks: [4, 4] }))).toEqual([
      '- | - | -',
      'transitioning |  | NotEncrypted/EncryptionInProgress',
      'transitioning | Encrypting and formatting 2 data volumes | NotEncrypted/EncryptionInProgress',
      'succeeded | Encryption settings stamped | NotEncrypted/EncryptionInProgress',
      'succeeded | Encryption succeeded for data volumes | NotEncrypted/EncryptionInProgress',
      'succeeded | Encryption succeeded for data volumes | NotEncrypted/Encrypted',
    ])
  })
})

describe('online', () => {
  it('shows the documented texts for all volumes, with one reboot and the true percentage of the OS', () => {
    const vm = startedVm('linux-online-all', 'rhel94', { dataDisks: [4] })
    expect(progression(vm)).toEqual([
      '- | - | -',
      `transitioning |  | ${inProgress}`,
      `transitioning | Encryption settings stamped | ${inProgress}`,
      `transitioning | Online encryption initialized for data volumes | ${inProgress}`,
      `transitioning | Restarting vm after patching | ${inProgress}`,
      `succeeded | Online Encryption initialized. | ${inProgress}`,
      `succeeded |  | ${inProgress}`,
      `succeeded | Background Encrypting 2 volume(s). | ${inProgress}`,
      `succeeded | Encryption succeeded for data volumes | ${inProgress}`,
      `succeeded | Background encrypting /dev/disk/azure/root-part2 | ${inProgress}`,
      'succeeded | Background encryption finished for /dev/disk/azure/root-part2 | Encrypted/EncryptionInProgress',
      'succeeded | Encryption succeeded for all volumes | Encrypted/EncryptionInProgress',
      'succeeded | Encryption succeeded for all volumes | Encrypted/Encrypted',
    ])
    const percents =
      vm.run?.history.flatMap(({ message }) => /Progress: +([\d.]+)%/.exec(message)?.[1] ?? []).map(Number) ?? []
    expect(percents.length).toBeGreaterThan(10)
    expect(percents).toEqual([...percents].sort((one, other) => one - other))
  })

  it('shows the documented texts for data volumes, no reboot', () => {
    const vm = startedVm('linux-online-data', 'rhel94', { dataDisks: [4] })
    expect(progression(vm)).toEqual([
      '- | - | -',
      'transitioning |  | NotEncrypted/EncryptionInProgress',
      'transitioning | Encryption settings stamped | NotEncrypted/EncryptionInProgress',
      'succeeded | Online Encryption initialized. | NotEncrypted/EncryptionInProgress',
      'succeeded | Background Encrypting 1 data volume(s). | NotEncrypted/EncryptionInProgress',
      'succeeded | Encryption succeeded for data volumes | NotEncrypted/EncryptionInProgress',
      'succeeded | Encryption succeeded for data volumes | NotEncrypted/Encrypted',
    ])
    expect(vm.run?.steps.some(({ agentReady }) => agentReady === false)).toBe(false)
  })

  it('keeps the deployment open until the reboot is over', () => {
    const vm = until(startedVm('linux-online-all', 'rhel94'), 'restarting')
    expect(shown(vm).resource).toBe('Creating')
    expect(shown(until(vm, 'online initialised')).resource).toBe('Succeeded')
  })
})

describe('disabling and updating', () => {
  it('clears the stamp before the first block is decrypted', () => {
    const vm = startedVm('linux-disable-data', 'ubuntu2204', {
      dataDisks: [{ sizeGiB: 1, stampCode: 'EncryptionState/encrypted', settings: 'stamped' }],
    })
    expect(shown(until(vm, 'settings cleared'))).toMatchObject({
      stamps: '-,notEncrypted',
      words: 'NotEncrypted/DecryptionInProgress',
    })
    expect(vm.disks[1]?.settings?.enabled).toBe(false)
    expect(progression(vm)).toEqual([
      'succeeded | Encryption settings cleared | NotEncrypted/DecryptionInProgress',
      'succeeded | Decrypting 1 data volumes | NotEncrypted/DecryptionInProgress',
      'succeeded | Decrypting data volume i/N: % | NotEncrypted/DecryptionInProgress',
      'succeeded | Decryption succeeded | NotEncrypted/DecryptionInProgress',
      'succeeded | Decryption succeeded | NotEncrypted/NotEncrypted',
    ])
  })

  it('refuses to disable an encrypted OS volume and changes nothing', () => {
    const vm = startedVm('linux-disable-refused', 'ubuntu2204', {
      osDisk: { stampCode: 'EncryptionState/encrypted', settings: 'stamped' },
    })
    expect(shown(until(vm, 'refused'))).toMatchObject({
      code: 'failed/100',
      words: 'Encrypted/NotMounted',
      resource: 'Failed',
      stamps: 'encrypted',
    })
    expect(shown(vm).message).toContain('Disabling encryption is not supported when OS volume is encrypted')
    expect(adeExtensionOf(vm)?.settings).toMatchObject({ EncryptionOperation: 'DisableEncryption' })
  })

  it('writes new settings on an update', () => {
    const vm = startedVm('linux-update-settings', 'ubuntu2204', {
      osDisk: { stampCode: 'EncryptionState/encrypted', settings: 'stamped' },
    })
    const before = vm.disks[0]?.settings?.secretUrl
    until(vm, 'settings updated')
    expect(shown(vm)).toMatchObject({ message: 'Encryption settings updated', code: 'succeeded' })
    expect(vm.disks[0]?.settings?.secretUrl).not.toBe(before)
  })
})

describe('dual pass on Linux', () => {
  it('ends the first pass with the URL of the secret, then fills the model and starts the job', () => {
    const vm = until(startedVm('linux-dual-pass', 'ubuntu1804', { dataDisks: [1] }), 'secret written')
    expect(shown(vm)).toMatchObject({
      code: 'succeeded',
      message: dualPassSecretUrl,
      resource: 'Succeeded',
      stamps: '-,-',
    })
    expect(vm.modelSettings).toBeNull()
    until(vm, 'model updated')
    expect(vm.modelSettings).toMatchObject({ enabled: true, secretUrl: dualPassSecretUrl })
    expect(shown(vm).stamps).toBe('encrypted,-')
    expect(progression(vm).at(-1)).toBe('succeeded | Encryption succeeded for all volumes | Encrypted/Encrypted')
    expect(adeExtensionOf(vm)).toMatchObject({ version: '0.1' })
  })
})
