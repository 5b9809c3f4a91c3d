import { fails, linuxAde } from '../fragments'
import { day, hour, minute } from '../scripted-vm'
import { mismatchedVault } from '../vaults'
import { preCheckFailure, preCheckReasons } from '../../lifecycle/failure-texts'
import type { Story } from './story'

const busy: Story = { related: { preChecks: ['application', 'mounts'] } }

/** The documented failures of the OS volume and of the checks before it, and the runs that only look like one. */
export const osStories = {
  'state-prereq': { plan: 'linux-fail-prereq', ago: 6 * hour },
  'state-selinux': { image: 'rhel79', plan: 'linux-fail-selinux', ago: 7 * hour },
  'state-stripdown': { plan: 'linux-fail-stripdown', ago: 8 * hour },
  'state-unmount': { image: 'ubuntu2004', plan: 'linux-fail-unmount-oldroot', ago: 9 * hour, ...busy },
  'state-split': { plan: 'linux-fail-split-root-partition', ago: 10 * hour },
  'state-copy': { plan: 'linux-fail-encrypt-block-device', ago: 11 * hour },
  'state-boot': { plan: 'linux-fail-patch-boot-system', ago: 12 * hour },
  'check-memory': {
    size: 'Standard_B2s',
    plan: 'linux-fail-check-memory',
    ago: 13 * hour,
    related: { preChecks: ['memory'] },
  },
  'check-lvm': { image: 'rhel79lvm', plan: 'linux-fail-check-lvm', ago: 14 * hour },
  'check-distro': {
    image: 'debian12',
    extensions: [linuxAde(fails(53, preCheckFailure(preCheckReasons.distro), 'NotEncrypted', 'NotMounted'))],
  },
  'check-key-volume': { plan: 'linux-fail-key-volume', ago: 15 * hour },
  'check-vault-names': { plan: 'linux-fail-check-vault', ago: 16 * hour, related: { vault: mismatchedVault } },
  packages: { plan: 'linux-fail-packages', ago: 17 * hour },
  'data-xfs': { dataDisks: [128], plan: 'linux-fail-xfs', ago: 2 * day },
  'busy-root': { image: 'ubuntu2004', plan: 'linux-offline-all-busy-root', ago: 490, ...busy },
  'os-copy': { plan: 'linux-offline-os', ago: 100 * minute },
  // The copy has read a third of the disk, and is stalled.
  'os-copy-30h': {
    osDisk: { sizeGiB: 512 },
    plan: 'linux-offline-os',
    ago: 30 * hour + 8 * minute,
    pace: { osMiBPerSecond: 6, stallAt: 0.35 },
  },
  'restart-pending': { dataDisks: [32], plan: 'linux-offline-all-waits-for-reboot', ago: 30 * hour },
  'online-running': { image: 'rhel94', osDisk: { sizeGiB: 128 }, plan: 'linux-online-os', ago: 15 * minute },
} as const satisfies Record<string, Story>
