import type { CauseWords } from '../types'

/** The vault, the key, the network, policies and locks. */
export const aroundCauses = {
  'vault-gone': {
    title: 'The vault does not exist any more',
    text: 'The vault that the VM names was not found: deleted, or moved to another group or subscription.',
  },
  'vault-in-other-region': { title: 'The vault is in another region', text: 'It has to be in the region of the VM.' },
  'vault-in-other-subscription': {
    title: 'The vault is in another subscription',
    text: 'It has to be in the subscription of the VM. One of the two may have been moved since.',
  },
  'vault-not-enabled': {
    title: 'The vault is not enabled for disk encryption',
    text: '`enabledForDiskEncryption` is off, so the platform may not use it.',
  },
  'vault-without-soft-delete': {
    title: 'The vault has no soft delete',
    text: 'Disk encryption needs it, and new vaults always have it.',
  },
  'vault-firewall-shuts-out': {
    title: 'The firewall of the vault shuts the platform out',
    text: 'Trusted Microsoft services have to be let through.',
  },
  'vault-reference-malformed': {
    title: 'The vault is named wrongly',
    text: 'Address and id have to be complete, without a port, and name the same vault.',
  },
  'key-reference-malformed': {
    title: 'The key is named wrongly',
    text: 'Its address has to be complete, with a version and without a port, and fit the id of its vault.',
  },
  'key-gone': {
    title: 'The key does not exist any more',
    text: 'The key that the VM names was not found in its vault.',
  },
  'key-disabled': {
    title: 'The version of the key is disabled',
    text: 'Disk encryption keeps to the version that it was enabled with. A disabled version does not unlock: the VM does not start after deallocation.',
  },
  'key-type-unfit': {
    title: 'The key is of the wrong kind',
    text: 'Only RSA keys do; Windows Server 2022 and Windows 11 need 3072 bits or more.',
  },
  'secret-gone': {
    title: 'The secret of the disk is missing',
    text: 'Without it the platform cannot hand over the key at the next start.',
  },
  'secrets-policy-denies': {
    title: 'A policy denies the secret',
    text: 'Secrets of disk encryption have no end of validity, and the policy asks for one.',
  },
  'names-unfit': {
    title: 'A name has characters that Key Vault does not take',
    text: 'Names of the VM, its disks and its key may have letters, digits and hyphens.',
  },
  'host-did-not-answer': {
    title: 'The host did not answer',
    text: 'The platform gave no reply to the key settings. The VM sends them to `168.63.129.16`, ports 80 and 32526. If both are open, a start after deallocation often moves the VM to another host.',
  },
  'key-volume-detached': {
    title: 'The volume with the key is not attached',
    text: 'The platform attaches it when a VM starts after a deallocation; a plain restart does not (inferred).',
  },
  'identity-may-not-release-key': {
    title: 'The identity may not release the key',
    text: 'It is not assigned to the VM, or the release policy of the key does not name it.',
  },
  'application-lacks-rights': {
    title: 'The Entra application lacks rights',
    text: 'It needs `set` for secrets and `wrapKey` for keys: as an access policy, or as roles where the vault uses Azure RBAC. Its own secret or certificate must not have expired.',
  },
  'network-denies-entra-vault': {
    title: 'The network denies Entra or the vault',
    text: 'In dual pass the VM itself has to reach both on port 443.',
  },
  'network-denies-platform': {
    title: 'The platform addresses are blocked',
    text: '`168.63.129.16` and `169.254.169.254` have to be reachable, past security rules and the firewall in the VM.',
  },
  'network-denies-storage': {
    title: 'The network denies Azure Storage',
    text: 'Dual pass and old agents fetch extensions and send reports through it.',
  },
  'metadata-traffic-altered': {
    title: 'A proxy stands in front of the metadata service',
    text: 'Traffic to `169.254.169.254` must go there directly and unaltered.',
  },
  'other-policy-denies': {
    title: 'Another policy is in the way',
    text: 'Only some built-in policies are known by their effect; one of your own can deny as well.',
  },
  'lock-forbids': {
    title: 'A read-only lock is set',
    text: 'It holds for everyone, owners included, until it is taken away.',
  },
  'key-expired': {
    title: 'The version of the key has expired',
    text: 'Key Vault still unlocks with an expired version, but protects nothing new with it: a new request and a key change fail.',
  },
  'key-file-emptied': {
    title: 'The failed change may have emptied the key file',
    text: 'A known fault of the Linux extension empties the key file on the key volume when a key change fails. The running VM goes on; after a restart it finds no key.',
  },
} satisfies Readonly<Record<string, CauseWords>>
