import { azureChecks } from './azure-checks'
import { guestChecks } from './guest-checks'
import { azVm, checkStep, psHere, psOfVm } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

/** Steps that prove that a remedy has worked. */
export const proofSteps = {
  'read-status-again': checkStep(
    'reader',
    (subject) => ({
      az: azVm(
        subject,
        'vm get-instance-view',
        ['query', 'instanceView.extensions[].{name:name,status:statuses[0].message,volumes:substatuses[0].message}'],
        ['output', 'json'],
      ),
      powershell: psHere(subject, psOfVm(subject, 'Get-AzVMDiskEncryptionStatus')),
    }),
    'verify',
  ),
  // The result of a backup or of a replication is not in the status of the VM.
  'check-in-service': { phase: 'verify', right: 'none', risks: [], readOnly: true, commands: null },
  'watch-boot': { ...azureChecks['save-boot-log'], phase: 'verify' },
  'verify-inside': { ...guestChecks['see-encryption-inside'], phase: 'verify' },
  'verify-vault': { ...azureChecks['show-vault'], phase: 'verify' },
} satisfies Partial<Record<StepKind, Step>>
