import { both, stamped } from '@/lib/encryption/testing/judged'
import type { ProblemKind } from '../kinds'
import { encrypted, encrypting, failed, prerequisite, says, type ProblemCase } from './case-parts'

const ade = { status: { message: 'OS disk encryption started' }, report: encrypting }
const script = (provisioningState: string): { publisher: string; type: string; provisioningState: string } => ({
  publisher: 'Microsoft.Azure.Extensions',
  type: 'CustomScript',
  provisioningState,
})
const entraSignIn = { publisher: 'Microsoft.Azure.ActiveDirectory', type: 'AADLoginForWindows' }
const beside = (provisioningState: string): ProblemCase['shows'] => ({
  osDisk: stamped,
  extensions: [ade, { ...script(provisioningState), report: 'x' }],
})

/** Cases about related resources: other extensions, the agent, the vault, the network, policies, locks. */
export const aroundCases = {
  'vault-unfit': { shows: encrypted, not: encrypted, unmet: ['vault-firewall'], volume: null },
  'key-expires-soon': {
    shows: encrypted,
    not: encrypted,
    found: [{ ...prerequisite('key-version', 'warn'), reason: 'key-version-expires-soon' }],
    volume: null,
  },
  'network-unfit': { shows: encrypted, not: encrypted, unmet: ['network-platform'], volume: null },
  'policy-denies-encryption': { shows: encrypted, not: encrypted, unmet: ['policy-deny'], volume: null },
  'lock-blocks-changes': { shows: encrypted, not: encrypted, unmet: ['locks'], volume: null },
  'encryption-overdue': {
    shows: says('OS disk encryption started', encrypting),
    not: says('OS disk encryption started', encrypting),
    flags: [{ code: 'possibly-stuck', reason: 'no-instance-view' }],
    volume: 'os',
  },
  'extension-deprecated': {
    shows: { extension: { publisher: 'Microsoft.OSTCExtensions', type: 'AzureDiskEncryptionForLinux' } },
    not: encrypted,
    volume: null,
  },
  'extension-wrong-os': {
    shows: { os: 'Linux', extension: { type: 'AzureDiskEncryption' } },
    not: encrypted,
    volume: null,
  },
  'other-extension-failed': { shows: beside('Failed'), not: beside('Succeeded'), volume: null },
  'other-extension-running': { shows: beside('Updating'), not: beside('Succeeded'), volume: null },
  'two-kinds-of-encryption': {
    shows: { ...encrypted, encryptionAtHost: true },
    not: { encryptionAtHost: true },
    volume: null,
  },
  'host-encryption-not-counted': {
    shows: { os: 'Windows', encryptionAtHost: true, extensions: [entraSignIn] },
    not: { os: 'Windows', encryptionAtHost: false, extensions: [entraSignIn] },
    volume: null,
  },
  'report-missing': {
    shows: { osDisk: stamped, extension: { view: false } },
    not: { osDisk: stamped, extension: { view: false }, power: 'deallocated' },
    volume: null,
  },
  'agent-too-old': {
    shows: { ...encrypted, agentVersion: '2.2.19' },
    not: { ...encrypted, agentVersion: '2.2.38' },
    volume: null,
  },
  'dual-pass-in-use': {
    shows: { model: { enabled: true }, extension: { version: '0.1', report: both('Encrypted') } },
    not: failed(100, 'x'),
    volume: null,
  },
} satisfies Partial<Record<ProblemKind, ProblemCase>>
