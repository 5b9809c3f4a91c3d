import type { SimReport, SimStep } from '../model/vm'
import type { PlanInput } from './plan-input'

const conversionMiBPerSecond = 70

/** A Windows report: the version in brackets, then the text; only 2.5 writes a sub-status. */
function report(input: PlanInput, status: SimReport['status'], text: string, word: string | null): SimReport {
  const writesWords = input.fullVersion.startsWith('2.5') && word !== null
  return {
    status,
    code: status === 'error' ? 1 : 0,
    message: `[${input.fullVersion}] ${text}`,
    words: writesWords ? { os: word, data: word } : null,
  }
}

function conversionSeconds(input: PlanInput): number {
  const sizes = [input.osDiskGiB, ...(input.volumeType === 'OS' ? [] : input.dataDisks)]
  return (sizes.reduce((sum, size) => sum + size, 0) * 1024) / conversionMiBPerSecond
}

/** Single pass: settings, then at once a success without text. BitLocker continues without reports. */
export function enableWindows(input: PlanInput): SimStep[] {
  const disks = input.volumeType === 'OS' ? 'os' : 'all'
  return [
    { name: 'requested', seconds: 90, restart: 'continue' },
    { name: 'stamped', seconds: 15, restart: 'continue', stamp: { disks, write: 'encrypted' } },
    {
      name: 'reported',
      seconds: conversionSeconds(input),
      restart: 'continue',
      report: report(input, 'success', '', 'Encrypted'),
    },
    { name: 'converted', seconds: Infinity, restart: 'rest' },
  ]
}

export function disableWindows(input: PlanInput): SimStep[] {
  const done = report(input, 'success', 'Disable Encryption completed successfully', 'NotEncrypted')
  return [
    { name: 'requested', seconds: 60, restart: 'continue' },
    {
      name: 'settings cleared',
      seconds: conversionSeconds(input),
      restart: 'continue',
      stamp: { disks: 'all', write: 'notEncrypted' },
      report: done,
    },
    { name: 'converted back', seconds: Infinity, restart: 'rest' },
  ]
}

export const bitlockerFailure =
  'Failed to configure bitlocker as expected. Exception: Failed to send DiskEncryptionData, Check KeyVault inputs, ResourceIds and retry encryption operation, InnerException: , stack trace:    at Microsoft.Cis.Security.BitLocker.BitlockerIaasVMExtension.BitlockerExtension.EnableEncryption()'

export function failWindows(input: PlanInput): SimStep[] {
  return [
    { name: 'requested', seconds: 90, restart: 'continue' },
    {
      name: 'failed',
      seconds: Infinity,
      restart: 'rest',
      report: report(input, 'error', bitlockerFailure, 'NotEncrypted'),
    },
  ]
}
