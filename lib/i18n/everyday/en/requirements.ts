import type { PrerequisiteKind } from '@/lib/diagnosis/readiness/kinds'
import type { StepRight } from '@/lib/diagnosis/steps/types'

export const requirements: Readonly<Record<PrerequisiteKind, string>> = {
  'vm-size':
    'which sizes are supported, series basic a-series, b-series, sku, which vm sizes work, supported vm size, vm series, standard_a, dsv3, v5 v6, is my size supported, arm64 size',
  memory: 'how much ram, minimum memory gb, is 4 gb enough, memory requirements, ram needed, gb ram',
  generation: 'gen1 gen2, uefi, v2 image, trusted launch, generation 2, secure boot, vtpm',
  'deployment-model': 'classic vm, unmanaged disk, vhd in storage account',
  'ephemeral-os-disk': 'ephemeral os disk, cache disk, local os disk',
  image:
    'gallery image, custom image, customised, golden image, own image, partition, supported images, supported os list, which linux versions, ubuntu rhel centos sles oracle, marketplace, arm64 image, image of the vm, arm64',
  'running-os':
    'in-place upgrade, dist-upgrade, do-release-upgrade, upgraded os, supported operating system, os version supported, rhel ubuntu version, which windows versions, windows server version supported',
  'end-of-life-os':
    'old os, outdated distribution, centos 7, ubuntu 16.04, windows server 2012, windows server 2012 r2, windows server 2008, unsupported windows',
  'vm-running': 'must the vm be on, stopped vm',
  'encryption-at-host': 'encryption at host on',
  'confidential-vm': 'cvm, dcasv5',
  'scale-set-member': 'vmss, uniform flexible, does ade work on scale sets, flexible orchestration',
  'other-work':
    'patching, maintenance window, update management at the same time, windows update, patch tuesday, yum update, apt upgrade, install updates during encryption',
  names:
    'underscore or umlaut in vm name, disk name characters, umlaut, special characters, non ascii names, invalid name',
  'volume-type':
    'all os data, which volume type, only os, only data, windows data only, data disk only on windows, os and data, all, volumetype all vs os, which one, both boot and data volumes, boot volume',
  'disk-type':
    'ultra disk, premium ssd v2, standard hdd, which disk types, which disks are supported, standard ssd, premium ssd',
  'shared-disk': 'shared disk, cluster, maxshares',
  'write-accelerator': 'm-series write accelerator, hana log disk',
  'customer-managed-key': 'disk encryption set des cmk, own key sse',
  'data-disk-coverage':
    'are all disks encrypted, disks left out, list of unencrypted disks, disks that are not encrypted',
  'data-size': 'speed depends on, premium or standard ssd hdd, how long size of data, terabyte, duration, large disk',
  'backup-limits':
    'azure backup restore, recovery services, restore encrypted vm, restore encrypted vm from backup, what is lost after restore, 16 disks 4 tb, cross region restore, restore to another region, same subscription, back up and restore',
  'backup-before':
    'what to do before encryption, prepare, preparation, do i need a copy, snapshot before encryption, before i start, backup first, do i need a backup first, anything to do before i turn it on, before turning on, first steps, getting started, plan, before enabling, prerequisites, requirements, recommended workflow',
  'vault-region': 'vault in a different region, location',
  'vault-subscription': 'key vault in another subscription',
  'vault-enabled': 'enabledfordiskencryption, volume encryption checkbox, enabled_for_disk_encryption',
  'vault-soft-delete': 'soft-delete needed',
  'vault-firewall':
    'private endpoint, trusted services bypass, public access disabled, private link, vault network rules, key vault firewall, key vault network settings, selected networks, private endpoint and disk encryption',
  'vault-purge-protection': 'accidental deletion of vault, purge protection enabled, required purge protection',
  'vault-url': 'format of url, https vault.azure.net, trailing slash, port',
  'key-type':
    'rsa 2048 3072 4096 bits, ec key, hsm key, key size, which key, rsa size, ec not supported, hsm on premises, key management server, where may keys be stored',
  'key-version':
    'kek key encryption key version, automatic rotation, auto rotate, versionless, key rotation, rotate kek, does ade follow auto-rotation, new key version, disable the old key version, delete the old key, does the vm follow a new version, key rotation policy, bek and kek difference, what is bek, what is kek, is a kek required, without kek, kek optional',
  'secret-present':
    'where is the secret, bek secret in vault, secret needed to boot, may i delete the secret, what is the bek, disk encryption secret, secret does not appear in the vault, key not shown in key vault',
  'policy-deny':
    'which policy blocks, deny effect, expiration date on secrets, policies that block ade, policy requires expiry, allowed locations policy',
  locks: 'delete lock, read-only lock on resource group',
  'network-platform': 'azure dns, platform ip, 168.63.129.16 169.254.169.254, nsg outbound rules',
  'network-storage': 'blob.core.windows.net, storage service tag, allow outbound 443',
  'network-entra-vault':
    'which urls endpoints must the firewall allow, login.microsoftonline.com vault.azure.net, outbound 443, azure active directory aad login endpoint, firewall rules, allow urls, endpoints for ade',
  'network-packages': 'package mirror, repo urls in firewall, offline installation, rhui',
  'custom-dns': 'own dns, private dns zone, resolve name, name resolution',
  'agent-ready': 'guest agent running, waagent',
  'agent-version': 'walinuxagent version, minimum agent, 2.2.38',
  'extensions-allowed': 'allowextensionoperations, provisionvmagent, no agent installed',
  'extension-type': 'right publisher and type, microsoft.azure.security azurediskencryptionforlinux',
  'extension-pass': 'which pass, with or without aad',
  'extension-auto-upgrade':
    'update extension automatically, autoupgrademinorversion, keep extension up to date, extension version update',
  'other-extensions': 'monitoring agent, defender, custom script installed',
  'guest-selinux': 'enforcing permissive, security enhanced linux',
  'guest-memory-use': 'root used space twice the ram, used gb on root',
  'guest-lvm-layout': 'rootvg tmplv usrlv optlv homelv varlv rootlv',
  'guest-mounts':
    'nested mount, /mnt recursive mount, mount inside mount, where may i mount, nested mounts, mount points allowed',
  'guest-fstab':
    'fstab nofail, uuid changed, mount after reboot, fstab broken or wrong after format all, /etc/fstab, by-uuid, mount options, emergency mode because of fstab, mount by uuid, emergency mode, mount fails at boot, not mounted after reboot, disk missing after reboot',
  'guest-open-files':
    'sap mongodb cassandra docker mysql postgres, open file handles, running applications, large applications, databases, sap',
  'guest-modules': 'dm-crypt dm_crypt vfat lsmod modprobe, blacklist, cis hardening',
  'guest-kernel': 'kernel 4.4 4.15, ubuntu 14.04, linux-azure, uname',
  'guest-packages': 'which packages, cryptsetup lsscsi psmisc lvm2 uuid nvme-cli grub-pc-bin',
  'guest-imds': 'imds instance metadata service, 169.254.169.254, curl metadata, metadata endpoint, imds reachable',
  'guest-wireserver': 'wireserver wire server 168.63.129.16, port 80 32526, unreachable',
  'guest-proxy': 'http_proxy x-forwarded-for squid, corporate proxy, no_proxy, proxy settings, behind a proxy',
  'guest-repositories': 'yum red hat subscription-manager apt repository proxy, satellite, wsus for linux',
  'guest-file-systems':
    'ext4 ext3 xfs btrfs, which file systems are supported, supported file systems, filesystem type',
  'guest-key-volume':
    'bek volume, /mnt/azure_bek_disk, small extra disk, 48 mb drive, what is the bek volume, can i delete the bek volume, small drive in explorer, what is the bek disk, do not delete it',
  'guest-kdump': 'crash dump, crashkernel',
  'guest-bitlocker-policy': 'tpm gpo group policy, domain joined, fve',
  'guest-windows-volumes': 'dynamic disk, refs, fat32, storage spaces, ntfs',
  'guest-server-core': 'server core bdehdcfg',
}

export const roles: Readonly<Record<Exclude<StepRight, 'none'>, string>> = {
  reader:
    'which role is needed, required roles, minimum permission to read the status, what permission do i need to see the status, read only role, read only audit account, auditor role, minimum rights, view only access, least privilege',
  'virtual-machine-contributor':
    'who may enable encryption, run command, start stop vm, permission to encrypt a vm, role to enable disk encryption, needed to enable',
  'key-vault-reader': 'read vault settings',
  'key-vault-contributor': 'change vault settings, set access policy, permission on key vault settings',
  'key-vault-crypto-officer': 'manage keys, create key, who has access to the keys',
  'key-vault-secrets-officer': 'read secret, fetch disk key, who can read the encryption key',
  'network-contributor': 'change nsg, route, role to edit nsg rules',
  'disk-snapshot-contributor': 'take snapshot',
  'backup-operator': 'see or restore backups, role for backup',
  'resource-policy-contributor': 'policy exemption',
  'user-access-administrator': 'assign roles, remove locks, grant rights, permission to remove a lock',
  contributor: 'register feature, deploy',
  'guest-administrator': 'root sudo, local administrator, rdp ssh access',
}
