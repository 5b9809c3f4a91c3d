import { adeExtension } from '../build-extension'
import { fails, linuxAde } from '../fragments'
import { day, hour } from '../scripted-vm'
import type { Story } from './story'

/** Failures whose cause is between the VM and the platform. */
export const networkStories = {
  'dual-pass-blocked': {
    image: 'ubuntu1804',
    related: { interfaceBlocks: ['entra-and-key-vault'] },
    extensions: [
      adeExtension({ version: 'linux-dual', report: fails(13, 'Enable failed.', 'NotEncrypted', 'NotMounted') }),
    ],
  },
  'network-imds': {
    related: { subnetBlocks: ['imds'] },
    extensions: [linuxAde(fails(53, "'NoneType' object has no attribute 'lower'", 'NotEncrypted', 'NotMounted'))],
  },
  'network-storage': {
    related: { subnetBlocks: ['storage'] },
    extensions: [linuxAde(null, { provisioningState: 'Failed' })],
    silentFor: 3 * hour,
  },
  'network-packages': {
    plan: 'linux-fail-packages',
    ago: 5 * hour,
    related: { subnetBlocks: ['internet'] },
  },
  'network-tunnel': { plan: 'linux-fail-packages', ago: 6 * hour, related: { forcedTunnel: true } },
  'network-dns': {
    image: 'ubuntu1804',
    plan: 'linux-dual-pass',
    ago: 200 * day,
    related: { dnsServers: ['10.20.0.10', '10.20.0.11'] },
  },
} as const satisfies Record<string, Story>
