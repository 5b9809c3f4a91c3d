import type { SimReport, SimStep } from '../model/vm'
import { dataSucceeded } from './data-copy'
import { failure, success, type Guest } from './guest'
import { workProgressOf } from './pace'
import type { PlanInput } from './plan-input'

/** Machine states of the offline OS procedure, in the order of the state machines in `oscrypto/`. */
export const machineStates = [
  'prereq',
  'selinux',
  'stripdown',
  'unmount_oldroot',
  'split_root_partition',
  'encrypt_block_device',
  'patch_boot_system',
] as const
export type MachineState = (typeof machineStates)[number]

/** States of a procedure: only RHEL and CentOS change SELinux, only Ubuntu needs a separate boot partition. */
export function statesOf(procedure: PlanInput['procedure']): readonly MachineState[] {
  const left: readonly MachineState[] = procedure === 'ubuntu' ? ['selinux'] : ['split_root_partition']
  return machineStates.filter((state) => !left.includes(state))
}

const strippedDown = 'Restarted extension from stripped down OS'
const copyMiBPerSecond = 2.6
const defaultFullness = 0.4

/** The harmless text after the switch: an error with code 19 on Ubuntu, a success on RHEL and CentOS 7. */
function strippedDownReport(guest: Guest, input: PlanInput): SimReport {
  return input.procedure === 'ubuntu' ? failure(guest, 19, strippedDown) : success(guest, strippedDown)
}

/** A failed attempt to unmount the old root: an error with code 22 that ends no run. */
export function unmountAttempt(guest: Guest, attempt: number): SimStep {
  const message = `Attempt #${attempt} to unmount /oldroot failed with error: Command umount /oldroot failed with return code 32\nstdout:\n\nstderr:\numount: /oldroot: target is busy.\n, stack trace: Traceback (most recent call last):\n  File "/var/lib/waagent/Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.12/main/oscrypto/ubuntu_2004/Ubuntu2004EncryptionStateMachine.py", line 168, in start_encryption\n`
  return {
    name: `unmount_oldroot attempt ${attempt}`,
    seconds: 25,
    restart: 'redo-os',
    report: failure(guest, 22, message),
  }
}

/**
 * The copy of the OS volume: the whole disk is read in order, and only used blocks are written
 * (`dd conv=sparse`). They are assumed to be spread evenly, so that the reading speed is constant.
 */
function copySteps(guest: Guest, { osDiskGiB, pace }: PlanInput): SimStep[] {
  const miBPerSecond = pace?.osMiBPerSecond ?? copyMiBPerSecond
  const fullness = pace?.fullness ?? defaultFullness
  const progression = workProgressOf({ totalMiB: osDiskGiB * 1024, miBPerSecond, pace, name: 'os copy', stalls: true })
  return progression.map(({ kind, seconds, miBPerSecond: read }, index): SimStep => ({
    name: index === 0 ? 'encrypt_block_device' : `encrypt_block_device ${index + 1}: ${kind}`,
    seconds,
    restart: 'no-boot',
    traffic: [{ disk: 'os', read, write: read * fullness }],
    ...(index === 0 ? { report: success(guest, 'OS disk encryption started') } : {}),
  }))
}

/** The steps of one machine state. `busy` is the number of unmount attempts that fail before one succeeds. */
export function stateSteps(state: MachineState, guest: Guest, input: PlanInput, busy: number): SimStep[] {
  switch (state) {
    case 'prereq':
      return [{ name: 'prereq', seconds: 60, restart: 'redo-os' }]
    case 'selinux':
      return [{ name: 'selinux', seconds: 5, restart: 'redo-os' }]
    case 'stripdown':
      return [
        { name: 'stripdown', seconds: 120, restart: 'redo-os' },
        {
          name: 'stripped down',
          seconds: 30,
          restart: 'redo-os',
          report: strippedDownReport(guest, input),
          agentReady: false,
        },
        { name: 'enable runs again', seconds: 60, restart: 'redo-os', report: success(guest, ''), agentReady: true },
      ]
    case 'unmount_oldroot':
      return [
        { name: 'unmount_oldroot', seconds: 45, restart: 'redo-os' },
        ...Array.from({ length: busy }, (_, index) => unmountAttempt(guest, index + 1)),
      ]
    case 'split_root_partition':
      return [{ name: 'split_root_partition', seconds: 90, restart: 'no-boot' }]
    case 'encrypt_block_device':
      return copySteps(guest, input)
    case 'patch_boot_system':
      return [{ name: 'patch_boot_system', seconds: 180, restart: 'no-boot' }]
  }
}

/** The job after the reboot: the marker on the real root still exists, so it runs once more and finds everything done. */
function afterReboot(guest: Guest, input: PlanInput): SimStep[] {
  const isAll = input.volumeType === 'All'
  const mapped: Guest = { ...guest, os: 'mapped' }
  const final = isAll ? 'Encryption succeeded for all volumes' : 'Encryption succeeded for OS volume'
  return [
    { name: 'resumed after reboot', seconds: 60, restart: 'continue', report: success(mapped, ''), agentReady: true },
    ...(isAll
      ? [
          {
            name: 'data volumes counted again',
            seconds: 10,
            restart: 'continue',
            report: success(mapped, 'Encrypting 0 data volumes'),
          } as const,
          dataSucceeded(mapped),
        ]
      : []),
    { name: 'finished', seconds: 15, restart: 'continue', report: success(mapped, final) },
    { name: 'marker cleared', seconds: Infinity, restart: 'rest', report: success({ ...mapped, job: null }, final) },
  ]
}

/** The end of an OS job: unmount attempts that fail first, and whether the VM restarts automatically (old versions do not). */
export interface OsJob {
  readonly busy?: number
  readonly waitsForReboot?: boolean
}

/** The OS volume, offline: all machine states, a reboot, and the final text. */
export function encryptOsOffline(guest: Guest, input: PlanInput, job: OsJob = {}): SimStep[] {
  const copied: Guest = { ...guest, os: 'copied', job: null, dataVolumes: 0 }
  const seconds = job.waitsForReboot === true ? Infinity : 40
  return [
    ...statesOf(input.procedure).flatMap((state) => stateSteps(state, guest, input, job.busy ?? 0)),
    { name: 'completed', seconds, restart: 'next', report: success(copied, '') },
    { name: 'rebooting', seconds: 90, restart: 'continue', agentReady: false },
    ...afterReboot(guest, input),
  ]
}
