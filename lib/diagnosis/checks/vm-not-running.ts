import { isKnownOff } from '@/lib/facts/azure-words'
import { whereVolumes } from '../reading'
import type { Check } from '../types'

const moving = ['encrypting', 'decrypting', 'restart-pending']
const inFlight = whereVolumes(({ state }) => moving.includes(state))

/** The VM is off: the extension reports nothing new, and running work is paused. */
export const vmNotRunning: Check = {
  kind: 'vm-not-running',
  severity: 'info',
  uses: ['power-state'],
  find: (reading) => {
    const { facts, verdict } = reading
    if (verdict.pass === 'none' || facts === null) return null
    if (!isKnownOff(facts.powerState)) return null
    return inFlight(reading) === null ? { volume: null } : { volume: null, severity: 'warning' }
  },
}
