import type { SimExtension } from '../../model/vm'
import { statusesOf } from '../build-extension'
import { customScript, linuxAde, says, sized, stamped } from '../fragments'
import { day, hour, minute } from '../scripted-vm'
import type { Story } from './story'

const underway = says('OS disk encryption started', 'EncryptionInProgress', 'EncryptionInProgress')
const finished = says('Encryption succeeded for all volumes', 'Encrypted', 'NotMounted')

const running: SimExtension = {
  ...customScript,
  provisioningState: 'Updating',
  statuses: statusesOf({ status: 'transitioning', code: 0, message: 'Execution in progress', words: null }),
}
const failed: SimExtension = {
  ...customScript,
  provisioningState: 'Failed',
  statuses: statusesOf({
    status: 'error',
    code: 1,
    message: 'Enable failed: failed to execute command: command terminated with exit status=1',
    words: null,
  }),
}
const deprecated: SimExtension = {
  ...linuxAde(null, { provisioningState: 'Failed', version: 'linux-dual' }),
  publisher: 'Microsoft.OSTCExtensions',
}

/** Silent agents; missing, colliding or older extensions; and decryption. */
export const extensionStories = {
  'agent-silent': { osDisk: stamped, silentFor: 3 * hour, extensions: [linuxAde(underway)] },
  'agent-not-ready': { silentFor: 40 * minute, extensions: [linuxAde(null, { provisioningState: 'Creating' })] },
  'agent-too-old': { agentVersion: '2.2.32', extensions: [linuxAde(null, { provisioningState: 'Failed' })] },
  'agent-status-bug': { agentVersion: '2.2.19', osDisk: stamped, extensions: [linuxAde(null)] },
  'status-missing': { extensions: [linuxAde(null)] },
  'extension-running': { plan: 'linux-fail-unmount-oldroot', ago: 50 * minute, extensions: [running] },
  'extension-failed': { plan: 'linux-fail-unmount-oldroot', ago: 5 * hour, extensions: [failed] },
  'extension-removed': { osDisk: stamped, dataDisks: [sized(stamped, 128)] },
  'extension-renamed': { osDisk: stamped, extensions: [linuxAde(finished, { name: 'ade-by-terraform' })] },
  'extension-deprecated': { image: 'ubuntu1804', extensions: [deprecated] },
  'extension-pinned': {
    osDisk: stamped,
    extensions: [{ ...linuxAde(finished, { version: 'linux-single-1.2' }), autoUpgradeMinorVersion: false }],
  },
  'stamp-without-report': { osDisk: stamped, dataDisks: [sized(stamped, 64)], extensions: [linuxAde(null)] },
  'dual-pass': { image: 'ubuntu1804', dataDisks: [32], plan: 'linux-dual-pass', ago: 400 * day },
  decrypting: { dataDisks: [256, 256], earlier: 'linux-offline-data', plan: 'linux-disable-data', ago: 75 * minute },
  'decryption-stalled': {
    dataDisks: [256, 256],
    earlier: 'linux-offline-data',
    plan: 'linux-disable-data',
    ago: 9 * hour,
    restartAgo: 8 * hour,
  },
  'disable-refused': { dataDisks: [64], earlier: 'linux-offline-all', plan: 'linux-disable-refused', ago: 2 * day },
} as const satisfies Record<string, Story>
