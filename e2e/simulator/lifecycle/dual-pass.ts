import type { SimReport, SimStep } from '../model/vm'
import { encryptInPlace } from './data-copy'
import { success, type Guest } from './guest'
import { plainGuest } from './linux'
import { encryptOsOffline } from './os-offline'
import type { PlanInput } from './plan-input'

/** URL of the secret that the VM wrote itself: the message of the first pass. */
export const dualPassSecretUrl =
  'https://kv-ade-classic.vault.azure.net/secrets/8d6e1c5c-2f0c-4f2c-9a55-6b7d3b1f7e11/0d5f2a7c9b3e4f6aa1b2c3d4e5f60718'

function secretReport(words: SimReport['words']): SimReport {
  return { status: 'success', code: 0, message: dualPassSecretUrl, words }
}

/** Second pass: the client writes the address into the VM's model and the VM restarts with the key volume. */
function secondPass(seconds: number): SimStep[] {
  return [
    {
      name: 'model updated',
      seconds: 60,
      restart: 'continue',
      model: 'enable',
      stamp: { disks: 'os', write: 'encrypted' },
    },
    { name: 'rebooting', seconds: 90, restart: 'continue', agentReady: false },
    { name: 'enabled again', seconds, restart: 'continue', agentReady: true },
  ]
}

/** Linux 0.1: the secret's URL first, then the offline job. */
export function enableDualPassLinux(input: PlanInput): SimStep[] {
  const closed: Guest = { ...plainGuest(input), job: null }
  const guest = plainGuest(input)
  return [
    { name: 'requested', seconds: 40, restart: 'continue' },
    { name: 'secret written', seconds: 120, restart: 'continue', report: secretReport(success(closed, '').words) },
    ...secondPass(120),
    { name: 'daemon started', seconds: 30, restart: 'continue', report: success(guest, '') },
    ...encryptInPlace(guest, input.dataDisks, input.pace),
    ...encryptOsOffline({ ...guest, dataSealed: true }, input),
  ]
}

/** Windows 1.1: the secret's URL is the last message; BitLocker continues without reports. */
export function enableDualPassWindows(): SimStep[] {
  return [
    { name: 'requested', seconds: 90, restart: 'continue' },
    { name: 'secret written', seconds: 120, restart: 'continue', report: secretReport(null) },
    ...secondPass(1800),
    { name: 'converted', seconds: Infinity, restart: 'rest' },
  ]
}
