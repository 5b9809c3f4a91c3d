import { both, cleared } from '@/lib/encryption/testing/judged'
import type { ProblemKind } from '../kinds'
import { encrypted, failed, failedOnWindows, failedWith, precheck, says, vm, type ProblemCase } from './case-parts'

const bitLocker = (cause: string): string => `Failed to configure bitlocker as expected. Exception: ${cause}`
const decrypting = { os: 'NotEncrypted', data: 'DecryptionInProgress' }

/** Requests that were refused or stopped midway. */
export const requestCases = {
  'secure-key-release-failed': {
    shows: precheck(
      'The managed identity provided in public settings is not correct or not authorized to release the key',
    ),
    not: encrypted,
    volume: 'all',
  },
  'kernel-module-missing': {
    shows: precheck('Incompatible system, prerequisite vfat module was not found.'),
    not: encrypted,
    volume: 'all',
  },
  'metadata-service-unreachable': {
    shows: failed(53, "'NoneType' object has no attribute 'lower'"),
    not: encrypted,
    volume: 'all',
  },
  'request-rejected': {
    shows: failed(53, 'Encryption operation Foo is not supported'),
    not: vm({
      ...failedWith(53, 'Encryption operation QueryEncryptionStatus is not supported'),
      operation: 'QueryEncryptionStatus',
    }),
    volume: null,
  },
  'bitlocker-rejected': {
    shows: failedOnWindows(bitLocker('ProtectKeyWithExternalKey failed with 2150695086')),
    not: failedOnWindows(bitLocker('Value cannot be null. Parameter name: resIdString')),
    volume: 'all',
  },
  'windows-extension-fault': {
    shows: failedOnWindows(
      bitLocker('Object reference not set to an instance of an object. at IsVolumeBackedByNvmeDisk'),
    ),
    not: failedOnWindows(bitLocker('ProtectKeyWithExternalKey failed with 2150695086')),
    volume: 'all',
  },
  'dual-pass-vault-access-failed': {
    shows: { extension: { ...failedWith(13, 'Enable failed.'), version: '0.1', viewVersion: '0.1.0.999345' } },
    not: encrypted,
    volume: 'all',
  },
  'decryption-failed': {
    shows: vm({
      ...failedWith(100, 'Decryption failed for {"dev_path": "/dev/sdc1"}'),
      operation: 'DisableEncryption',
    }),
    not: says('Decrypting 1 data volumes', decrypting, { osDisk: {}, data: [cleared] }),
    volume: 'data',
  },
  'decryption-not-resuming': {
    shows: says('', decrypting, { osDisk: {}, data: [cleared] }),
    not: says('Decrypting 1 data volumes', decrypting, { osDisk: {}, data: [cleared] }),
    volume: 'data',
  },
  'key-update-failed': {
    shows: failed(100, 'Failed to update encryption settings with error: x, stack trace: y'),
    not: says('Encryption settings updated', both('Encrypted')),
    volume: 'all',
  },
  'migration-failed': {
    shows: {
      extension: {
        ...failedWith(100, '[AzureDiskEncryptionForLinux] [0.1.0.999339] Migrate [Errno 5] Input/output error'),
        version: '0.1',
        viewVersion: '0.1.0.999339',
      },
    },
    not: says('Migration Succeeded', both('Encrypted')),
    volume: 'all',
  },
} satisfies Partial<Record<ProblemKind, ProblemCase>>
