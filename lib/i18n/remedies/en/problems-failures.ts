import type { ProblemWords } from '../types'

/** Failures, and what stands around a VM and gets in the way. */
export const failureProblems = {
  'os-failed-disk-touched': {
    title: 'OS encryption failed after it had begun to write',
    meaning:
      'The run stopped at a step that changes the OS disk. The disk may hold a mixture of old and new, and the VM may not start any more.',
    consequence: 'Nothing mends itself. A restart can leave the VM without a system that starts.',
  },
  'os-failed-disk-untouched': {
    title: 'OS encryption failed before it wrote anything',
    meaning:
      'The run stopped while the OS disk was being freed. Its content should be as it was (inferred from the step).',
    consequence:
      'The disk stays plain. The VM may sit in a small system in memory until it is restarted, and the next try may then begin by itself (inferred).',
  },
  'os-failed-while-resuming': {
    title: 'Background encryption of the OS disk stopped',
    meaning:
      'The disk was being encrypted while the VM ran, and that stopped before its end. Part of the disk is encrypted.',
    consequence: 'The rest stays plain until the work is resumed.',
  },
  'data-resume-failed': {
    title: 'An interrupted data volume could not be continued',
    meaning:
      'The VM restarted while a data volume was being encrypted, and going on failed. Part of the volume is encrypted and part is not.',
    consequence: 'The data on that volume is in danger. Every write makes it worse.',
  },
  'data-file-system-unsupported': {
    title: 'A data volume has a file system that is not encrypted in place',
    meaning: 'The volume has xfs, btrfs or another file system for which only formatting anew is possible.',
    consequence: 'The volume stays plain, and so do those that would have come after it.',
  },
  'data-encryption-failed': {
    title: 'Encryption of a data volume failed',
    meaning: 'The extension gave up on one data volume. Volumes done before stay encrypted, the others stay plain.',
    consequence: 'Nothing starts again by itself. The disks can carry key settings and look encrypted in the portal.',
  },
  'mount-busy': {
    title: 'A volume could not be unmounted',
    meaning: 'Something in the VM held on to a volume that had to be free before it could be encrypted.',
    consequence: 'The run is over. A new one meets the same obstacle until it is removed.',
  },
  'host-rejected-key-settings': {
    title: 'The platform did not accept the key settings',
    meaning:
      'The host of the VM could not store the key, or did not answer. Nearly always the vault, its firewall, the key or a policy is behind it.',
    consequence: 'No disk is encrypted by this request. Each repetition fails in the same way.',
  },
  'key-vault-reference-invalid': {
    title: 'The request names its vault wrongly',
    meaning:
      'The address or the id of the vault in the request is incomplete, malformed or contradictory. Nothing was begun.',
    consequence: 'The disks stay as they were until the request is corrected.',
  },
  'key-encryption-key-invalid': {
    title: 'The request names its key wrongly',
    meaning:
      'The address of the key encryption key is incomplete, has no version, or does not fit its vault. Nothing was begun.',
    consequence: 'The disks stay as they were until the request is corrected.',
  },
  'key-volume-missing': {
    title: 'The key is not to be found inside the VM',
    meaning: 'The small disk with the key is not attached, not mounted, or empty.',
    consequence: 'Encrypted volumes cannot be unlocked, and after a restart the VM may not come up.',
  },
  'packages-not-installed': {
    title: 'The extension could not install what it needs',
    meaning: 'The package manager of the VM failed or got no answer. Encryption has not begun.',
    consequence: 'The disks stay plain. Each repetition fails until the packages can be had.',
  },
  'memory-too-small': {
    title: 'The VM has too little memory for OS encryption',
    meaning: 'The extension refused before it began: the system has to fit into memory while its disk is copied.',
    consequence: 'The OS disk stays plain until the VM has a larger size.',
  },
  'lvm-layout-unsupported': {
    title: 'The LVM layout of the OS disk is not supported',
    meaning: 'Some of the logical volumes that OS encryption expects are missing. Nothing was begun.',
    consequence: 'The OS disk stays plain. Data disks can be encrypted by themselves.',
  },
  'distribution-unsupported': {
    title: 'This system cannot have its OS disk encrypted',
    meaning:
      'The extension does not know the distribution, the version or the kernel for OS encryption. Nothing was begun.',
    consequence: 'The OS disk stays plain.',
  },
  'volume-type-rejected': {
    title: 'The volume type was refused',
    meaning: 'The type asked for is unknown, not possible on this VM, or cannot follow the one asked for before.',
    consequence: 'The disks stay as they were.',
  },
  'confidential-vm-blocked': {
    title: 'Not possible on a confidential VM',
    meaning:
      'The extension does not do what was asked on a confidential VM, whose OS disk Azure protects in another way.',
    consequence: 'The disks stay as they were. Nothing is lost.',
  },
  'secure-key-release-failed': {
    title: 'The confidential VM did not get its key',
    meaning: 'The identity named in the request could not have the key released.',
    consequence: 'The disks stay plain until the identity and the policy of the key fit.',
  },
  'kernel-module-missing': {
    title: 'A kernel module that the key volume needs is missing',
    meaning: 'The system cannot load `vfat`, in which the key volume is formatted. Nothing was begun.',
    consequence: 'No disk can be encrypted, and an encrypted one would not unlock at its next start.',
  },
  'metadata-service-unreachable': {
    title: 'The VM gets no answer about itself',
    meaning:
      'The extension asked the instance metadata service and got nothing it could use (inferred from its trace).',
    consequence: 'The request fails before it begins, and so does each repetition.',
  },
  'request-rejected': {
    title: 'The extension does not understand the request',
    meaning: 'The operation is unknown to this version, made for the other system, or its settings cannot be read.',
    consequence: 'Nothing was done. The refusal has replaced the last status.',
  },
  'bitlocker-rejected': {
    title: 'BitLocker refused',
    meaning: 'Windows itself did not accept the key protector: policy and the kind of volume are the usual reasons.',
    consequence: 'The volume is not encrypted. Each repetition fails in the same way.',
  },
  'windows-extension-fault': {
    title: 'The Windows extension stumbled',
    meaning: 'The failure lies in the extension or in a service of Windows, not in the disks or the key.',
    consequence: 'The request is not done. What was encrypted before stays so.',
  },
  'dual-pass-vault-access-failed': {
    title: 'The VM could not store its key in the vault',
    meaning: 'In dual pass the VM itself signs in to Entra and writes to the vault. One of the two failed.',
    consequence: 'No disk is encrypted by this request.',
  },
  'decryption-failed': {
    title: 'Decryption failed',
    meaning: 'Switching off encryption stopped with an error, perhaps on one volume only.',
    consequence: 'Some volumes may be plain and others encrypted. Nothing goes on by itself.',
  },
  'key-update-failed': {
    title: 'Changing the key failed',
    meaning:
      'The new key and vault were not taken over. On Linux every such failure can leave the key file on the key volume empty. The volumes stay open while the VM runs.',
    consequence:
      'After a restart the VM may find no key and not start. Do not restart it: check the key file and take a snapshot of every disk first. Former key and secret must stay enabled.',
  },
  'migration-failed': {
    title: 'Moving to single pass failed',
    meaning: 'The move from dual pass stopped. The disks stay encrypted with the former settings.',
    consequence: 'The VM keeps depending on its Entra application.',
  },
  'failed-without-known-cause': {
    title: 'The last operation failed, and its text does not say why',
    meaning: 'The extension reports a failure whose text names no reason that is known.',
    consequence: 'Nothing starts again by itself. Disks can carry key settings and yet be plain.',
  },
  'vault-unfit': {
    title: 'The vault or the key is not as disk encryption needs it',
    meaning: 'What was read of the vault or the key would make a request fail, and perhaps the next start as well.',
    consequence: 'An encrypted VM may not unlock its disks at its next start. A new request fails.',
  },
  'network-unfit': {
    title: 'A network rule denies what encryption needs',
    meaning:
      'A security rule on the interface or the subnet denies an address that the extension or the agent must reach.',
    consequence: 'Requests can fail, and reports can stop arriving.',
  },
  'policy-denies-encryption': {
    title: 'A policy denies the secret of disk encryption',
    meaning: 'An assigned policy with the effect Deny does not let a secret be made as disk encryption makes it.',
    consequence: 'Requests fail, and so does a change of the key.',
  },
  'lock-blocks-changes': {
    title: 'A lock keeps this VM from being changed',
    meaning: 'A read-only lock holds the VM, its group or its subscription.',
    consequence: 'Neither encryption nor most remedies can be carried out while it is there.',
  },
} satisfies Readonly<Record<string, ProblemWords>>
