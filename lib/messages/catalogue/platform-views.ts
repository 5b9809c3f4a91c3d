import { entriesLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, exact, whole } from '../patterns'

const agent = entriesLike({
  origin: 'platform',
  target: 'handler-status',
  facet: 'main',
  specificity: 60,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'unknown',
  volume: 'all',
  severity: 'warning',
  terminal: false,
  reach: 'handler',
  confidence: 'source',
})

const view = entriesLike({
  origin: 'platform',
  target: 'display-status',
  facet: 'main',
  specificity: 60,
  os: null,
  pass: null,
  status: null,
  phase: 'starting',
  volume: 'all',
  severity: 'info',
  terminal: false,
  reach: 'disk-instance-view',
  confidence: 'source',
})

/**
 * Texts that the agent, the host and ARM itself write into the instance view.
 * https://github.com/Azure/WALinuxAgent/blob/master/azurelinuxagent/ga/exthandlers.py
 */
export const platformViews = {
  'agent-invalid-status': agent(
    containsWith('. Encountered the following error: ', {
      before: /Could not get a valid status from the extension \S{1,200}$/,
    }),
    { target: 'status-message', reach: 'status' },
  ),
  'agent-no-status-file': agent(
    contains('This status is being reported by the Guest Agent since no status file was reported by extension'),
    { target: 'status-message', phase: 'starting', reach: 'status' },
  ),
  'agent-status-truncated': agent(
    { kind: 'contains', passages: [], end: / \.\.\. \[TRUNCATED\]$/ },
    {
      target: 'status-message',
      specificity: 5,
      phase: 'failed',
      severity: 'error',
      terminal: true,
      reach: 'status',
      group: null,
    },
  ),
  'agent-unavailable': agent(contains('VM status blob not found'), {
    target: 'vm-agent-message',
    os: null,
    reach: 'vm-agent-status',
    confidence: 'public-report',
  }),
  'agent-not-responding': agent(anyOf('VM Agent is unresponsive', 'VM agent is not ready'), {
    target: 'vm-agent-message',
    os: null,
    reach: 'vm-agent-status',
    confidence: 'inferred',
  }),
  'agent-ready': agent(exact('GuestAgent is running and accepting new configurations.', 'Guest Agent is running'), {
    target: 'vm-agent-message',
    os: null,
    severity: 'info',
    reach: 'vm-agent-status',
    confidence: 'public-report',
  }),
  'agent-handler-ready': agent(exact('Ready'), { severity: 'info' }),
  'agent-handler-notready': agent(exact('NotReady'), {
    phase: 'failed',
    severity: 'error',
    terminal: true,
    group: null,
  }),
  'agent-handler-installing': agent(exact('Installing'), { phase: 'starting', severity: 'info' }),
  'agent-handler-unresponsive': agent(exact('Unresponsive')),
  'disk-state-encrypted': view(whole(/^EncryptionState\/encrypted$/i), { target: 'instance-view-code' }),
  'disk-state-not-encrypted': view(whole(/^EncryptionState\/notEncrypted$/i), {
    target: 'instance-view-code',
    phase: 'not-started',
  }),
  'disk-display-enabled': view(exact('Encryption is enabled on disk'), { confidence: 'public-report' }),
  // https://learn.microsoft.com/en-us/azure/virtual-machines/linux/how-to-verify-encryption-status
  'disk-display-not-encrypted': view(exact('Disk is not encrypted'), { phase: 'not-started', confidence: 'docs' }),
  'display-transitioning': view(exact('Transitioning'), { reach: 'status', confidence: 'docs' }),
  'display-provisioning-succeeded': view(exact('Provisioning succeeded'), {
    phase: 'unknown',
    reach: 'status',
    confidence: 'docs',
  }),
  'display-provisioning-failed': view(exact('Provisioning failed'), {
    phase: 'failed',
    severity: 'error',
    reach: 'status',
    confidence: 'public-report',
    group: null,
  }),
} satisfies CatalogueGroup
