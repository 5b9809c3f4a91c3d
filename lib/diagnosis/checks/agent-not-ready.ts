import type { Check } from '../types'

/** The agent does not answer, so the extension's report may be old. During OS encryption that is normal for minutes. */
export const agentNotReady: Check = {
  kind: 'agent-not-ready',
  severity: 'warning',
  uses: ['agent-status'],
  find: ({ verdict: { flags, os } }) => {
    if (!flags.some(({ reason }) => reason === 'agent-not-ready')) return null
    return os.state === 'encrypting' ? { volume: null, severity: 'info' } : { volume: null }
  },
}
