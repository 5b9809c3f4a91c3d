import { entriesLike, type CatalogueGroup } from '../entries-like'
import { exact, prefix, start, whole } from '../patterns'

const said = entriesLike({
  origin: 'linux-extension',
  target: 'status-message',
  facet: 'main',
  specificity: 100,
  os: 'linux',
  pass: null,
  status: ['success'],
  phase: 'data-encrypting',
  volume: 'data',
  severity: 'info',
  terminal: false,
  reach: 'status',
  confidence: 'source',
})

/**
 * Texts of a job that runs or has succeeded.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/handle.py
 */
export const linuxProgress = {
  'linux-install-succeeded': said(exact('Install Succeeded'), { phase: 'starting', volume: null }),
  'linux-handler-disable-succeeded': said(exact('Disable succeeded'), { phase: 'unknown', volume: null }),
  'linux-uninstall-succeeded': said(exact('Uninstall succeeded'), { phase: 'unknown', volume: null }),
  'linux-update-succeeded': said(exact('Update Succeeded'), { phase: 'unknown', volume: null }),
  'linux-daemon-started-transitioning': said(exact(''), {
    specificity: 90,
    pass: 'single',
    status: ['transitioning'],
    phase: 'starting',
    volume: 'all',
  }),
  'linux-daemon-started-success': said(exact(''), { specificity: 90, pass: 'single', phase: 'unknown', volume: 'all' }),
  'linux-no-operation-found': said(whole(/^No operation found, find_last_nonquery_operation=(?:True|False)$/), {
    specificity: 50,
    phase: 'not-started',
    volume: null,
    severity: 'warning',
    terminal: true,
    group: 'request',
  }),
  'linux-settings-rejected': said(exact('An operation is already in progress. Please wait for it to complete.'), {
    pass: 'single',
    status: ['success', 'transitioning', 'error'],
    phase: 'unknown',
    volume: 'all',
    severity: 'warning',
    group: 'operationRunning',
  }),
  'linux-settings-stamped-offline': said(exact('Encryption settings stamped'), {
    pass: 'single',
    phase: 'starting',
    volume: 'all',
  }),
  'linux-settings-stamped-online': said(exact('Encryption settings stamped'), {
    specificity: 95,
    pass: 'single',
    status: ['transitioning'],
    phase: 'starting',
    volume: 'all',
  }),
  'linux-online-initialized': said(exact('Online Encryption initialized.'), {
    pass: 'single',
    phase: 'starting',
    volume: 'all',
  }),
  'linux-os-encryption-already-running': said(exact('OS disk encryption already in progress'), {
    pass: 'single',
    phase: 'os-encrypting',
    volume: 'os',
  }),
  'linux-data-count': said(whole(/^Encrypting [1-9]\d{0,8} data volumes$/), { specificity: 50 }),
  'linux-data-count-zero': said(exact('Encrypting 0 data volumes')),
  'linux-data-percent': said(whole(/^Encrypting data volume \d{1,9}\/\d{1,9}: \d{1,3}%$/), { specificity: 50 }),
  'linux-data-resume-percent': said(whole(/^Resuming encryption after reboot: \d{1,3}%$/), {
    specificity: 50,
    severity: 'warning',
  }),
  'linux-efa-count': said(whole(/^Encrypting and formatting \d{1,9} data volumes$/), {
    specificity: 50,
    status: ['transitioning', 'success'],
  }),
  'linux-data-succeeded': said(exact('Encryption succeeded for data volumes'), {
    phase: 'succeeded',
    terminalWhen: 'only-data-requested',
  }),
  'linux-data-succeeded-transitioning': said(exact('Encryption succeeded for data volumes'), {
    specificity: 95,
    pass: 'single',
    status: ['transitioning'],
    phase: 'os-preparing',
  }),
  'linux-online-data-init': said(exact('Online encryption initialized for data volumes'), {
    pass: 'single',
    status: ['transitioning'],
  }),
  'linux-online-data-background': said(whole(/^Background Encrypting \d{1,9} data volume\(s\)\.$/), {
    specificity: 50,
    pass: 'single',
  }),
  'linux-online-background-resumed': said(whole(/^Background Encrypting \d{1,9} volume\(s\)\.$/), {
    specificity: 50,
    pass: 'single',
  }),
  'linux-online-os-progress': said(start(/^Background encrypting \S{1,256} - [^\n]{0,512}?\d{1,3}(?:\.\d{1,9})?%/), {
    specificity: 55,
    pass: 'single',
    phase: 'os-encrypting',
    volume: 'os',
  }),
  'linux-online-os-progress-unparsed': said(prefix('Background encrypting '), {
    specificity: 40,
    pass: 'single',
    phase: 'os-encrypting',
    volume: 'os',
  }),
  'linux-online-os-finished': said(whole(/^Background encryption finished for \S{1,256}$/), {
    specificity: 50,
    pass: 'single',
    phase: 'finalizing',
    volume: 'os',
  }),
  'linux-os-restarting-after-patching': said(exact('Restarting vm after patching'), {
    pass: 'single',
    status: ['transitioning'],
    phase: 'restart-pending',
    volume: 'os',
  }),
  'linux-os-stripdown-restart-success': said(exact('Restarted extension from stripped down OS'), {
    phase: 'os-preparing',
    volume: 'os',
  }),
  'linux-os-stripdown-restart-error': said(exact('Restarted extension from stripped down OS'), {
    specificity: 99,
    status: ['error'],
    phase: 'os-preparing',
    volume: 'os',
  }),
  // Followed by the error and its stack trace, or truncated before them.
  'linux-os-unmount-attempt-failed': said(
    start(/^Attempt #\d{1,9} to unmount \/oldroot failed(?: with error: |\.?$)/),
    {
      specificity: 50,
      status: ['error'],
      phase: 'os-preparing',
      volume: 'os',
      severity: 'warning',
    },
  ),
  'linux-os-encryption-started': said(exact('OS disk encryption started'), { phase: 'os-encrypting', volume: 'os' }),
  // Older documentation has the shorter wording.
  'linux-os-please-reboot': said(
    exact('OS disk successfully encrypted, please reboot the VM', 'OS disk successfully encrypted, reboot the VM'),
    { status: ['success', 'transitioning', 'error'], phase: 'restart-pending', volume: 'os', severity: 'action' },
  ),
  'linux-os-succeeded': said(exact('Encryption succeeded for OS volume'), {
    phase: 'succeeded',
    volume: 'os',
    terminal: true,
  }),
  'linux-all-succeeded': said(exact('Encryption succeeded for all volumes'), {
    phase: 'succeeded',
    volume: 'all',
    terminal: true,
  }),
  'linux-settings-updated': said(exact('Encryption settings updated'), {
    phase: 'succeeded',
    volume: 'all',
    terminal: true,
  }),
  'linux-migration-succeeded': said(exact('Migration Succeeded'), {
    pass: 'single',
    phase: 'succeeded',
    volume: 'all',
    terminal: true,
  }),
  'linux-settings-cleared': said(exact('Encryption settings cleared'), { pass: 'single', phase: 'decrypting' }),
  'linux-decryption-started': said(exact('Decryption started'), { phase: 'decrypting' }),
  'linux-decrypting-count': said(whole(/^Decrypting \d{1,9} data volumes$/), { specificity: 50, phase: 'decrypting' }),
  'linux-decrypting-percent': said(whole(/^Decrypting data volume \d{1,9}\/\d{1,9}: \d{1,3}%$/), {
    specificity: 50,
    phase: 'decrypting',
  }),
  'linux-decryption-succeeded': said(exact('Decryption succeeded'), { phase: 'disabled', terminal: true }),
  'linux-decryption-completed': said(exact('Decryption completed'), { pass: 'single', phase: 'disabled' }),
  'linux-cvm-preview-flag': said(whole(/^PrivatePreview\.ConfidentialEncryptionDataDisk: [^\n]{0,200}$/), {
    specificity: 50,
    phase: 'starting',
  }),
  'linux-cvm-data-unsupported': said(start(/^Currently for (?:this )?CVM, Data disk encryption is not supported\./), {
    specificity: 50,
    pass: 'dual',
    phase: 'prerequisites',
    severity: 'warning',
    terminal: true,
    group: 'confidentialVm',
  }),
} satisfies CatalogueGroup
