import { describe, expect, it } from 'vitest'
import { vmBody, type ExtensionOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { both, cleared, stamped } from '@/lib/encryption/testing/judged'
import { judge } from '@/lib/encryption/judge'
import { machineStates, type MachineState } from '@/lib/messages/entry'
import { samples } from '@/lib/messages/testing/samples'
import { diagnose } from './diagnose'
import type { ProblemKind } from './kinds'
import { encrypted, encrypting, failed, failedWith, osFailed, says, vm } from './testing/case-parts'

function lines(options: VmOptions): readonly string[] {
  const facts = readVmFacts(vmBody(options))
  return diagnose(facts, judge(facts)).map(({ kind, severity, volume }) => `${severity} ${kind} ${volume}`)
}

const decrypting = { os: 'NotEncrypted', data: 'DecryptionInProgress' }
const oneData = { osDisk: {}, data: [cleared] }
const restart = 'OS disk successfully encrypted, please reboot the VM'
const script = (provisioningState: string): ExtensionOptions => ({
  publisher: 'Microsoft.Azure.Extensions',
  type: 'CustomScript',
  provisioningState,
})
const beside = (provisioningState: string, extension: ExtensionOptions): VmOptions => ({
  osDisk: stamped,
  extensions: [extension, script(provisioningState)],
})

/** VMs that come close to a problem, with every problem that is found on them, in order. */
const near: readonly (readonly [string, VmOptions, readonly string[]])[] = [
  ['an agent one release too old', { ...encrypted, agentVersion: '2.2.37' }, ['warning agent-too-old null']],
  [
    'an old agent on Windows, where no least version is documented',
    { os: 'Windows', osDisk: stamped, extension: {}, agentVersion: '2.2.19' },
    [],
  ],
  ['an old agent on a VM that never was encrypted', { agentVersion: '2.2.19' }, []],
  ['a VM that is off after its work', { ...encrypted, power: 'stopped' }, ['info vm-not-running null']],
  [
    'a VM that is off while it is encrypted',
    { ...says('', encrypting), power: 'deallocated' },
    ['warning vm-not-running null', 'info success-text-not-the-end os'],
  ],
  [
    'a VM that is off while it is decrypted',
    { ...says('Decrypting 1 data volumes', decrypting, oneData), power: 'deallocated' },
    ['warning decryption-running data', 'warning vm-not-running null'],
  ],
  [
    'a VM that is off before the restart',
    { ...says('', { os: 'VMRestartPending', data: 'NotMounted' }), power: 'stopped' },
    ['action restart-pending os', 'warning vm-not-running null'],
  ],
  ['a restart that only the text asks for', vm({ status: { message: restart } }), ['action restart-pending os']],
  ['a restart that the report knows nothing of any more', says(restart, { os: 'Encrypted', data: 'NotMounted' }), []],
  [
    'a restart asked for by a run that failed',
    failed(19, restart),
    ['error failed-without-known-cause os', 'warning stamped-after-failed-run os'],
  ],
  [
    'success of the data disks while OS encryption continues',
    says('Encryption succeeded for data volumes', encrypting, { data: [stamped] }),
    ['info success-text-not-the-end all'],
  ],
  [
    'success that is still transitioning',
    says('Encryption succeeded for data volumes', encrypting),
    ['info success-text-not-the-end os'],
  ],
  ['an empty text during the work', says('', encrypting), ['info success-text-not-the-end os']],
  [
    'decryption that reports success but continues',
    says('Decryption succeeded', decrypting, oneData),
    ['warning decryption-running data', 'info success-text-not-the-end data'],
  ],
  [
    'decryption, after a text of something else',
    says('Encryption succeeded for all volumes', decrypting, oneData),
    ['action decryption-not-resuming data'],
  ],
  [
    'the same while ARM is at work',
    vm(
      {
        provisioningState: 'Updating',
        status: { message: 'Encryption succeeded for all volumes' },
        report: decrypting,
      },
      oneData,
    ),
    ['warning decryption-running data', 'info success-text-not-the-end data', 'info operation-running null'],
  ],
  [
    'the same on a VM that is off',
    { ...says('Encryption succeeded for all volumes', decrypting, oneData), power: 'deallocated' },
    ['warning decryption-running data', 'warning vm-not-running null', 'info success-text-not-the-end data'],
  ],
  [
    'decryption that failed after it had said so',
    vm(
      {
        provisioningState: 'Failed',
        status: { code: 'ProvisioningState/transitioning', message: 'Decrypting 1 data volumes' },
      },
      oneData,
    ),
    ['error failed-without-known-cause all'],
  ],
  [
    'a data disk left out among two',
    says('', both('Encrypted'), { data: [stamped, cleared] }),
    ['warning data-disk-not-covered data'],
  ],
  [
    'no data disk with key settings',
    says('', { os: 'Encrypted', data: 'NotMounted' }, { data: [{}] }),
    ['warning data-disks-not-mounted data'],
  ],
  [
    'data reported as not encrypted after success, with the OS disk alone asked for',
    vm(
      { volumeType: 'OS', status: { message: 'Encryption succeeded for data volumes' }, report: both('NotEncrypted') },
      { osDisk: {}, data: [{}] },
    ),
    [],
  ],
  [
    'data reported as not encrypted after success for all',
    says('Encryption succeeded for all volumes', { os: 'Encrypted', data: 'NotEncrypted' }, { data: [{}] }),
    ['warning data-not-encrypted-after-success data'],
  ],
  [
    'data reported as not encrypted after another text',
    says('Encryption settings stamped', both('NotEncrypted'), { osDisk: {}, data: [{}] }),
    [],
  ],
  [
    'the extension for Linux on Windows',
    { os: 'Windows', extension: { type: 'AzureDiskEncryptionForLinux' } },
    ['error extension-wrong-os null'],
  ],
  [
    'the old publisher in other letters',
    { extension: { publisher: 'microsoft.ostcextensions', type: 'azurediskencryptionforlinux' } },
    ['warning extension-deprecated null'],
  ],
  [
    'another extension of the old publisher',
    { extension: { publisher: 'Microsoft.OSTCExtensions', type: 'VMAccessForLinux' } },
    [],
  ],
  [
    'an extension of another publisher with the name of disk encryption',
    { extension: { publisher: 'Contoso', type: 'AzureDiskEncryptionForLinux' } },
    [],
  ],
  ['another extension at work, and disk encryption done', beside('Creating', { report: both('Encrypted') }), []],
  [
    'another extension at work in other letters, and disk encryption too',
    beside('deleting', { report: encrypting }),
    ['warning other-extension-running null', 'info success-text-not-the-end os'],
  ],
  [
    'another extension at work, and ARM at work on disk encryption',
    beside('Creating', { provisioningState: 'Updating', report: both('Encrypted') }),
    ['warning other-extension-running null', 'info operation-running null'],
  ],
  [
    'another extension at work after a failure',
    beside('Updating', failedWith(19, 'x')),
    [
      'error failed-without-known-cause os',
      'warning stamped-after-failed-run os',
      'warning other-extension-running null',
      'info message-unrecognised null',
    ],
  ],
  ['another extension that failed, without disk encryption', { extensions: [script('Failed')] }, []],
  [
    'another extension that failed, beside disk encryption',
    beside('failed', { report: both('Encrypted') }),
    ['warning other-extension-failed null'],
  ],
  [
    'a status query that only the text names',
    failed(53, 'Encryption operation QueryEncryptionStatus is not supported'),
    ['warning stamped-after-failed-run os', 'warning query-sent-to-single-pass null'],
  ],
  [
    'a status query that only the request names',
    vm({ ...failedWith(53, 'Encryption operation Foo is not supported'), operation: 'QueryEncryptionStatus' }),
    ['warning query-sent-to-single-pass null'],
  ],
  [
    'stamps against the report on all disks',
    says('', both('NotEncrypted'), { data: [stamped] }),
    ['error stamped-but-not-encrypted all'],
  ],
  [
    'stamps against the report on a data disk alone',
    says('', { os: 'Encrypted', data: 'NotEncrypted' }, { data: [stamped] }),
    ['error stamped-but-not-encrypted data'],
  ],
  [
    'a report against missing stamps on all disks',
    says('', both('Encrypted'), { osDisk: cleared, data: [cleared] }),
    ['warning encrypted-but-not-stamped all'],
  ],
  [
    'a failure of the data disks alone',
    { data: [stamped], extension: { ...failedWith(100, 'x'), volumeType: 'Data' } },
    [
      'error failed-without-known-cause data',
      'warning stamped-after-failed-run data',
      'info message-unrecognised null',
    ],
  ],
  [
    'a failure of all disks',
    { ...failed(100, 'x'), data: [stamped] },
    ['error failed-without-known-cause all', 'warning stamped-after-failed-run all', 'info message-unrecognised null'],
  ],
  [
    'the OS disk copied, with the text that it already runs',
    says(samples['linux-os-encryption-already-running'], encrypting),
    ['info os-encryption-silent-phase os'],
  ],
  [
    'a silent agent during the copy',
    { ...says('OS disk encryption started', encrypting), agent: 'Unavailable' },
    ['info agent-not-ready null', 'info os-encryption-silent-phase os'],
  ],
  [
    'no status on a VM of which the power is not known',
    { osDisk: stamped, extension: { view: false }, power: '' },
    ['warning report-missing null'],
  ],
  ['an extension removed from data disks', { data: [stamped] }, ['warning extension-removed data']],
  ['an extension removed from all disks', { osDisk: stamped, data: [stamped] }, ['warning extension-removed all']],
]

describe('close to a problem', () => {
  it.each(near)('%s', (_, options, found) => {
    expect(lines(options)).toEqual(found)
  })
})

describe('the step at which OS encryption failed', () => {
  const problems: Readonly<Record<MachineState, ProblemKind>> = {
    uninitialized: 'os-failed-disk-untouched',
    prereq: 'os-failed-disk-untouched',
    selinux: 'os-failed-disk-untouched',
    stripdown: 'os-failed-disk-untouched',
    unmount_oldroot: 'os-failed-disk-untouched',
    split_root_partition: 'os-failed-disk-touched',
    encrypt_block_device: 'os-failed-disk-touched',
    patch_boot_system: 'os-failed-disk-touched',
    resume_encryption: 'os-failed-while-resuming',
    completed: 'os-failed-disk-touched',
  }

  it.each(machineStates)('%s', (step) => {
    const found = lines(osFailed('did not reach completed state', step))
    expect(found.filter((line) => line.includes('os-failed'))).toEqual([`error ${problems[step]} os`])
  })
})
