import type { CauseWords } from '../types'

/** Causes in the vault, the key, the network, policies and locks. */
export const aroundCauses = {
  'vault-gone': {
    title: 'The vault no longer exists',
    text: 'The vault that the VM references was not found: deleted, or moved to another resource group or subscription.',
  },
  'vault-in-other-region': { title: 'The vault is in another region', text: 'It must be in the VM’s region.' },
  'vault-in-other-subscription': {
    title: 'The vault is in another subscription',
    text: 'It must be in the VM’s subscription. One of the two may have been moved since.',
  },
  'vault-not-enabled': {
    title: 'The vault is not enabled for disk encryption',
    text: '`enabledForDiskEncryption` is off, so the platform cannot use the vault.',
  },
  'vault-without-soft-delete': {
    title: 'Soft delete is off on the vault',
    text: 'Disk encryption requires soft delete; new vaults always have it.',
  },
  'vault-firewall-shuts-out': {
    title: 'The vault firewall blocks the platform',
    text: 'It must allow trusted Microsoft services.',
  },
  'vault-reference-malformed': {
    title: 'Invalid vault reference',
    text: 'The vault URL and resource ID must be complete, without a port, and refer to the same vault.',
  },
  'key-reference-malformed': {
    title: 'Invalid key reference (such as a vault URL instead of a key URL)',
    text: 'The key URL must name a key with its version, without a port, and match the resource ID of its vault. The URL of the vault is not accepted in its place.',
  },
  'key-gone': {
    title: 'The key no longer exists',
    text: 'The referenced key was not found in its vault. An encrypted VM that runs stays unlocked: do not restart, stop or deallocate it until the key is back.',
  },
  'key-disabled': {
    title: 'The key version is disabled',
    text: 'Disk encryption keeps using the key version it was enabled with. A disabled version does not unlock the disks: the VM does not boot after deallocation.',
  },
  'key-type-unfit': {
    title: 'Unsupported key type or size',
    text: 'Only RSA keys are supported; Windows Server 2022 and Windows 11 require 3072 bits or more.',
  },
  'secret-gone': {
    title: 'The disk’s secret is missing',
    text: 'Without it the platform cannot provide the key at the next start. While the VM runs, also during encryption, it stays unlocked: do not restart, stop or deallocate it until the secret is back.',
  },
  'secrets-policy-denies': {
    title: 'A policy denies the secret',
    text: 'Disk encryption secrets have no expiration date, and the policy requires one.',
  },
  'names-unfit': {
    title: 'A name contains characters that Key Vault does not allow',
    text: 'Names of the VM, its disks and its key may contain only letters, digits and hyphens.',
  },
  'host-did-not-answer': {
    title: 'The host did not respond',
    text: 'The platform did not respond to the key settings. The VM sends them to `168.63.129.16`, ports 80 and 32526. If both are open, deallocating and starting the VM often moves it to another host.',
  },
  'key-volume-detached': {
    title: 'The key volume is not attached',
    text: 'The platform attaches it when a VM starts after deallocation; a plain restart does not (inferred).',
  },
  'key-volume-relabelled': {
    title: 'The key volume has another label',
    text: 'The extension for Linux mounts the key volume by its label `BEK VOLUME` alone. It does not find one that was renamed or formatted.',
  },
  'automount-disabled': {
    title: 'Automatic mounting is off in Windows (`mountvol /N`)',
    text: 'With `NoAutoMount`, a newly attached volume gets no drive letter. The extension may then not find the key volume (inferred).',
  },
  'identity-may-not-release-key': {
    title: 'The identity is not allowed to release the key',
    text: 'It is not assigned to the VM, or the key release policy does not include it.',
  },
  'application-lacks-rights': {
    title: 'The Entra application lacks permissions',
    text: 'It needs `set` on secrets and `wrapKey` on keys: through an access policy, or through roles if the vault uses Azure RBAC. The application’s secret or certificate must not have expired.',
  },
  'network-denies-entra-vault': {
    title: 'The network blocks Entra or the vault',
    text: 'With dual pass, the VM itself must reach both on port 443.',
  },
  'network-denies-platform': {
    title: 'The platform addresses are blocked',
    text: '`168.63.129.16` and `169.254.169.254` must be reachable, through security rules and the firewall in the VM.',
  },
  'network-denies-storage': {
    title: 'The network blocks Azure Storage',
    text: 'Dual pass and old agents use it to download extensions and send status reports.',
  },
  'metadata-traffic-altered': {
    title: 'A proxy intercepts the metadata service',
    text: 'Traffic to `169.254.169.254` must go there directly and unaltered.',
  },
  'other-policy-denies': {
    title: 'Another policy blocks it',
    text: 'Sealwatch knows the effect of some built-in policies only; a custom policy can deny as well.',
  },
  'lock-forbids': {
    title: 'A lock forbids the change',
    text: 'A read-only lock forbids every change, a delete lock only the deletion. It applies to everyone, owners included, until it is removed.',
  },
  'caller-lacks-azure-role': {
    title: 'The caller lacks a role in Azure',
    text: 'The message names the action and the scope. A new role takes effect after some minutes, and often only after a new sign-in.',
  },
  'size-not-available': {
    title: 'The VM size is not available there',
    text: 'The region or zone has no capacity for it at the moment, or the subscription is restricted there.',
  },
  'quota-exhausted': {
    title: 'The quota is used up',
    text: 'Azure counts cores for each family of sizes and for the region as a whole.',
  },
  'provider-not-registered': {
    title: 'The resource provider is not registered',
    text: 'A subscription uses only the services whose resource providers are registered in it.',
  },
  'resource-not-there': {
    title: 'No such resource at this place',
    text: 'The name, type, group or subscription in the request is another one, or the resource was deleted or not created yet.',
  },
  'subscription-not-accessible': {
    title: 'The caller does not see the subscription',
    text: 'The ID is wrong, or the caller has no role in it or is signed in to another tenant or cloud.',
  },
  'subscription-disabled': {
    title: 'The subscription is disabled',
    text: 'Usual reasons: a credit or trial ended, a spending limit was reached, or a bill is open.',
  },
  'too-many-requests': {
    title: 'Too many requests in a short time',
    text: 'Azure counts requests for each caller and subscription; scripts and monitoring tools count too.',
  },
  'caller-in-other-tenant': {
    title: 'The caller is signed in to another tenant',
    text: 'A subscription trusts one tenant. After a transfer it can take up to an hour until Azure knows the new one.',
  },
  'key-expired': {
    title: 'The key version has expired',
    text: 'Key Vault still unlocks with an expired version but does not wrap with it: new requests and key changes fail.',
  },
  'key-file-emptied': {
    title: 'The failed change may have emptied the key file',
    text: 'A known bug in the Linux extension (azure-linux-extensions #2035, reported for Ubuntu 22.04 and 24.04) empties the key file on the key volume when a key change fails. The running VM keeps running; after a restart it finds no key.',
  },
} satisfies Readonly<Record<string, CauseWords>>
