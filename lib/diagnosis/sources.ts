import type { ProblemKind } from './kinds'

const learn = 'https://learn.microsoft.com/azure'
const compute = `${learn}/virtual-machines`
const support = 'https://learn.microsoft.com/troubleshoot/azure/virtual-machines'
const linux = `${compute}/linux/disk-encryption-troubleshooting`
const windows = `${compute}/windows/disk-encryption-troubleshooting`
const overview = `${compute}/linux/disk-encryption-overview`
const scenarios = `${compute}/linux/disk-encryption-linux`
const faq = `${compute}/linux/disk-encryption-faq`
const keyVault = `${compute}/linux/disk-encryption-key-vault`
const isolated = `${compute}/linux/disk-encryption-isolated-network`
const verify = `${compute}/linux/how-to-verify-encryption-status`
const samples = `${compute}/linux/disk-encryption-sample-scripts`
const upgrade = `${compute}/linux/disk-encryption-upgrade`
const dualPass = `${compute}/linux/disk-encryption-overview-aad`
const firewall = `${learn}/key-vault/general/overview-vnet-service-endpoints`
const bootError = `${support}/windows/troubleshoot-bitlocker-boot-error`
const errors = `${support}/windows/error-messages`
const comparison = `${compute}/disk-encryption-overview`
const code = 'https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main'
const issues = 'https://github.com/Azure/azure-linux-extensions/issues'
const bootUnlock = `${support}/linux/unlock-encrypted-linux-disk-offline-repair`
const steps = `${code}/oscrypto`
const job = `${code}/handle.py`
const precheck = `${code}/check_util.py`

/** Documents and sources behind each problem, the most specific first. */
export const problemSources: Readonly<Record<ProblemKind, readonly string[]>> = {
  'os-failed-disk-touched': [linux, steps],
  'os-failed-disk-untouched': [linux, steps],
  'os-failed-while-resuming': [steps],
  'data-resume-failed': [job],
  'data-file-system-unsupported': [faq],
  'data-encryption-failed': [faq, job],
  'mount-busy': [linux, scenarios],
  'host-rejected-key-settings': [windows, keyVault, firewall],
  'key-vault-reference-invalid': [keyVault, precheck],
  'key-encryption-key-invalid': [keyVault, precheck],
  'key-volume-missing': [bootError, faq],
  'packages-not-installed': [isolated],
  'memory-too-small': [`${overview}#memory-requirements`, precheck],
  'lvm-layout-unsupported': ['https://aka.ms/adelvm', precheck],
  'distribution-unsupported': [`${overview}#supported-operating-systems`, precheck],
  'volume-type-rejected': [scenarios, precheck],
  'confidential-vm-blocked': [`${learn}/confidential-computing/confidential-vm-overview`, precheck],
  'secure-key-release-failed': [`${learn}/confidential-computing/confidential-vm-overview`, precheck],
  'kernel-module-missing': [`${overview}#additional-vm-requirements`, precheck],
  'metadata-service-unreachable': [isolated],
  'request-rejected': [`${compute}/extensions/azure-disk-enc-linux`, job],
  'bitlocker-rejected': [`${compute}/windows/disk-encryption-overview#group-policy-requirements`, windows],
  'windows-extension-fault': [`${compute}/extensions/azure-disk-enc-windows`, windows],
  'dual-pass-vault-access-failed': [dualPass, isolated],
  'decryption-failed': [scenarios, job],
  'key-update-failed': [`${issues}/2035`, keyVault, job],
  'migration-failed': [upgrade],
  'boot-waits-for-key': [bootUnlock, `${issues}/568`, `${issues}/1240`],
  'bitlocker-recovery': [bootError],
  'no-space-left': [linux, job],
  'repair-disk-locked': [bootUnlock],
  'scale-set-refused': [`${learn}/virtual-machine-scale-sets/disk-encryption-overview`],
  'client-request-refused': ['https://github.com/MicrosoftDocs/azure-docs/issues/120835', dualPass],
  'site-recovery-refused': [`${learn}/site-recovery/azure-to-azure-how-to-enable-replication-ade-vms`],
  'backup-refused': [`${learn}/backup/backup-azure-vms-encryption`],
  'key-change-begun': [`${issues}/661`, `${issues}/2035`, job],
  'key-update-pending': [`${issues}/2035`, job],
  'reports-contradict': [linux, job],
  'precheck-warning': [precheck, linux],
  'client-fault': ['https://github.com/Azure/azure-cli/issues/5436'],
  'harmless-log-line': [`${issues}/1218`, precheck],
  'vault-refused': ['https://github.com/Azure/azure-cli/issues/4707', keyVault],
  'vault-access-refused': [
    errors,
    `${learn}/key-vault/general/rbac-guide`,
    `${learn}/key-vault/general/soft-delete-overview`,
  ],
  'azure-refused-request': [errors],
  'extension-version-refused': [`${support}/windows/extension-version-2.2-not-supported`],
  'move-refused': [
    `${learn}/key-vault/general/move-subscription`,
    `${scenarios}#restrictions`,
    `${compute}/generalize#windows`,
  ],
  'disk-not-extended': [
    `${support}/windows/cannot-extend-encrypted-os-volume`,
    `${compute}/linux/how-to-resize-encrypted-lvm`,
    faq,
  ],
  'failed-without-known-cause': [linux, windows, errors],
  'vault-unfit': [keyVault, firewall],
  'key-expires-soon': [`${learn}/key-vault/keys/about-keys`, keyVault],
  'network-unfit': [isolated, `${learn}/virtual-network/network-security-groups-overview`],
  'policy-denies-encryption': [`${scenarios}#restrictions`],
  'lock-blocks-changes': [`${learn}/azure-resource-manager/management/lock-resources`],
  'stamped-but-not-encrypted': [verify, linux],
  'restart-pending': [samples],
  'encrypted-but-not-stamped': [verify],
  'stamped-after-failed-run': [verify],
  'data-not-encrypted-after-success': [job, faq],
  'data-disk-not-covered': [scenarios],
  'data-disks-not-mounted': [faq, overview],
  'decryption-not-resuming': [job],
  'encryption-overdue': [linux],
  'decryption-running': [scenarios, job],
  'disable-refused-os-encrypted': [scenarios],
  'query-sent-to-single-pass': [job],
  'extension-removed': [linux, scenarios],
  'extension-deprecated': [linux, faq],
  'extension-wrong-os': [`${compute}/extensions/azure-disk-enc-linux`, `${compute}/extensions/azure-disk-enc-windows`],
  'other-extension-failed': [errors],
  'other-extension-running': [linux],
  'two-kinds-of-encryption': [comparison, `${compute}/disk-encryption-migrate`, `${scenarios}#restrictions`],
  'host-encryption-not-counted': [
    'https://github.com/Azure/avdaccelerator/issues/568',
    'https://learn.microsoft.com/intune/intune-service/protect/compliance-policy-create-windows',
  ],
  'cmdlet-word-uncertain': ['https://github.com/Azure/azure-powershell/issues/6430', verify],
  'report-unreadable': [samples],
  'azure-word-unknown': [`${learn}/azure-resource-manager/management/async-operations`],
  'report-missing': [isolated, windows],
  'agent-not-ready': [`${support}/linux/linux-azure-guest-agent`, errors],
  'agent-too-old': [linux, `${support}/windows/support-extensions-agent-version`],
  'vm-stopping': [`${learn}/virtual-machines/states-billing`, linux],
  'vm-not-running': [errors],
  'os-encryption-silent-phase': [linux],
  'success-text-not-the-end': [linux, job],
  'harmless-unmount-attempt': [steps],
  'harmless-stripped-down-restart': [steps],
  'operation-running': [errors],
  'azure-stopped-waiting': [errors],
  'message-unrecognised': [linux, windows],
  'extension-renamed': [`${compute}/extensions/azure-disk-enc-linux`],
  'dual-pass-leftover': [dualPass],
  'dual-pass-in-use': [upgrade],
}
