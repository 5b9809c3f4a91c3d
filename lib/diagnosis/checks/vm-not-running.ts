import { isKnownOff } from '@/lib/facts/azure-words'
import { whereVolumes } from '../reading'
import type { Progress } from '@/lib/encryption/types'
import type { Check } from '../types'

export const saidOff: readonly Progress['messageKind'][] = ['arm-vm-not-running', 'arm-vm-must-run']
const moving = ['encrypting', 'decrypting', 'restart-pending']
const inFlight = whereVolumes(({ state }) => moving.includes(state))

/** The VM is off: the extension reports nothing new, and running work is paused. */
export const vmNotRunning: Check = {
  kind: 'vm-not-running',
  severity: 'info',
  uses: ['power-state'],
  find: (reading) => {
    const { facts, verdict } = reading
    // ARM refuses changes of extensions while the VM is off.
    if (saidOff.includes(verdict.progress.messageKind)) return { volume: null, severity: 'action' }
    if (verdict.pass === 'none' || facts === null) return null
    if (!isKnownOff(facts.powerState)) return null
    return inFlight(reading) === null ? { volume: null } : { volume: null, severity: 'warning' }
  },
}
