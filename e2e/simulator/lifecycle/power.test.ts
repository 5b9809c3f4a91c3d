import { describe, expect, it } from 'vitest'
import { advance } from './advance'
import { restartVm, startVm, stopVm } from './power'
import { at, progression, kindOf, nextStep, shown, startedVm, testVm, until } from './test-vm'

describe('a restart', () => {
  it('resumes an interrupted data volume at its percentage and restarts the count of the others', () => {
    const vm = until(startedVm('linux-offline-data', 'ubuntu2204', { dataDisks: [64, 64] }), 'EncryptingData 1/2: 37%')
    restartVm(vm, at(vm) + 1)
    expect(vm.agentReady).toBe(false)
    nextStep(vm)
    expect(shown(vm)).toMatchObject({ message: '', words: 'NotEncrypted/EncryptionInProgress' })
    nextStep(vm)
    expect(shown(vm).message).toBe('Resuming encryption after reboot: 37%')
    expect(progression(vm).map((entry) => entry.split(' | ')[1])).toEqual([
      'Resuming encryption after reboot: %',
      'Encrypting 1 data volumes',
      'Encrypting data volume i/N: %',
      'Encryption succeeded for data volumes',
      'Encryption succeeded for data volumes',
    ])
    expect(vm.run?.history.some(({ message }) => message === 'Encrypting data volume 1/1: 50%')).toBe(true)
  })

  it('repeats the stripdown of an OS job, also after a reported failure', () => {
    const vm = startedVm('linux-fail-unmount-oldroot', 'ubuntu2004')
    until(vm, 'failed at unmount_oldroot')
    restartVm(vm, at(vm) + 60_000)
    until(vm, 'enabled at boot')
    expect(shown(vm).code).toBe('succeeded')
    expect(until(vm, 'stripped down').agentReady).toBe(false)
  })

  it('is fatal once the partition is split', () => {
    const vm = until(startedVm('linux-offline-all', 'ubuntu2204'), 'encrypt_block_device')
    restartVm(vm, at(vm) + 3_600_000)
    while (nextStep(vm));
    advance(vm, at(vm) + 86_400_000)
    expect(vm).toMatchObject({ power: 'running', agentReady: false })
    expect(shown(vm).message).toBe('OS disk encryption started')
  })

  it('does not affect the online method, which continues with the rest', () => {
    const vm = until(startedVm('linux-online-data', 'rhel94', { dataDisks: [900] }), 'data volumes in background')
    const whole = vm.run?.steps[vm.run.step]?.seconds ?? 0
    restartVm(vm, at(vm) + (whole / 2) * 1000)
    until(vm, 'data volumes in background')
    expect(vm.run?.steps[vm.run.step]?.seconds).toBeCloseTo(whole / 2, 0)
    expect(progression(vm).at(-1)).toBe('succeeded | Encryption succeeded for data volumes | NotEncrypted/Encrypted')
  })

  it('leaves a decryption stuck', () => {
    const vm = until(startedVm('linux-disable-data', 'ubuntu2204', { dataDisks: [64] }), 'DecryptingData 1/1: 20%')
    restartVm(vm, at(vm) + 1)
    while (nextStep(vm));
    advance(vm, at(vm) + 86_400_000)
    expect(shown(vm)).toMatchObject({ message: '', words: 'NotEncrypted/DecryptionInProgress' })
  })

  it('finishes a VM that waited for its reboot', () => {
    const vm = until(startedVm('linux-offline-all-waits-for-reboot', 'ubuntu2204'), 'completed')
    advance(vm, at(vm) + 7 * 86_400_000)
    expect(shown(vm).words).toBe('VMRestartPending/NotMounted')
    restartVm(vm, at(vm) + 7 * 86_400_000)
    expect(progression(vm).at(-1)).toBe('succeeded | Encryption succeeded for all volumes | Encrypted/NotMounted')
  })

  it('changes nothing in a finished run', () => {
    const vm = until(startedVm('linux-offline-os', 'ubuntu2204'), 'marker cleared')
    const before = shown(vm)
    restartVm(vm, at(vm) + 1000)
    while (nextStep(vm));
    expect(shown(vm)).toEqual(before)
    expect(vm.agentReady).toBe(true)
  })
})

describe('stopping and starting', () => {
  it('pauses a run while the VM is off', () => {
    const vm = until(startedVm('linux-online-data', 'rhel94', { dataDisks: [900] }), 'data volumes in background')
    const stoppedAt = at(vm) + 60_000
    stopVm(vm, stoppedAt, true)
    advance(vm, stoppedAt + 30 * 86_400_000)
    expect(vm).toMatchObject({ power: 'deallocated', agentReady: false })
    expect(kindOf(shown(vm).message)).toBe('Background Encrypting 1 data volume(s).')
    startVm(vm, stoppedAt + 30 * 86_400_000)
    expect(vm.power).toBe('starting')
    expect(progression(vm).at(-1)).toBe('succeeded | Encryption succeeded for data volumes | NotEncrypted/Encrypted')
    expect(vm).toMatchObject({ power: 'running', agentReady: true })
  })

  it('starts a VM that has no run', () => {
    const vm = testVm('ubuntu2204', { power: 'deallocated' })
    startVm(vm, 1000)
    expect(vm.power).toBe('starting')
    advance(vm, 300_000)
    expect(vm).toMatchObject({ power: 'running', agentReady: true })
    expect(vm.heartbeatAt).toBeGreaterThan(270_000)
  })

  it('records all events in one history', () => {
    const vm = until(startedVm('linux-offline-data', 'ubuntu2204', { dataDisks: [64] }), 'EncryptingData 1/1: 50%')
    stopVm(vm, at(vm) + 1000, false)
    startVm(vm, at(vm) + 100_000_000)
    while (nextStep(vm));
    const steps = vm.run?.history.map(({ step }) => step) ?? []
    expect(steps[0]).toBe('requested')
    expect(steps).toContain('stopped')
    expect(steps.at(-1)).toBe('marker cleared')
  })
})
