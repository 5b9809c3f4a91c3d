import { isBefore } from '../../version'
import { fail, pass, unread, warn, type ReadinessCheck } from '../found'

/** https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/error-messages */
export const agentReady: ReadinessCheck = ({ facts: { agent, powerState } }) => {
  const isRunning = powerState.known && powerState.value === 'running'
  if (!isRunning) return unread(powerState.known ? 'agent-silent-while-off' : 'not-read')
  if (!agent.known && agent.why === 'absent') return fail('agent-absent')
  if (!agent.known || agent.value.code === null) return unread('not-read')
  const { code, displayStatus } = agent.value
  return /\/succeeded$/i.test(code) ? pass('agent-ready') : fail('agent-not-ready', { status: displayStatus ?? code })
}

const minimums = {
  // The agent version that encryption needs, and the one that the platform supports.
  Linux: { fails: '2.2.38', warns: '2.2.53.1' },
  Windows: { fails: null, warns: '2.7.41491.1010' },
} as const

/**
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting and
 * https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/support-extensions-agent-version
 */
export const agentVersion: ReadinessCheck = ({ facts: { agent, osType } }) => {
  const version = agent.known ? agent.value.version : null
  if (version === null || !osType.known || !/^\d{1,9}(?:\.\d{1,9}){1,4}$/.test(version)) return unread('not-read')
  const { fails, warns } = minimums[osType.value]
  if (fails !== null && isBefore(version, fails)) return fail('agent-version-too-old', { version, minimum: fails })
  return isBefore(version, warns)
    ? warn('agent-version-old', { version, minimum: warns })
    : pass('agent-version-current', { version })
}

/** https://learn.microsoft.com/rest/api/compute/virtual-machines/get#osprofile */
export const extensionsAllowed: ReadinessCheck = ({ facts: { setup } }) => {
  const { agentProvisioned, extensionsAllowed: allowed } = setup
  if (allowed.known && !allowed.value) return fail('extensions-refused')
  if (agentProvisioned.known && !agentProvisioned.value) return fail('agent-not-provisioned')
  // Azure omits the field where extensions are allowed.
  return allowed.known || allowed.why === 'absent' ? pass('extensions-allowed') : unread('not-read')
}
