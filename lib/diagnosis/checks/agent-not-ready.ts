import type { Check } from '../types'

/**
 * The agent does not answer, so the extension's report may be old. This is normal for some minutes during OS
 * encryption.
 */
export const agentNotReady: Check = {
  kind: 'agent-not-ready',
  severity: 'warning',
  uses: ['agent-status'],
  find: ({ verdict: { flags, os } }) => {
    if (!flags.some(({ reason }) => reason === 'agent-not-ready')) return null
    return os.state === 'encrypting' ? { volume: null, severity: 'info' } : { volume: null }
  },
}
