import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readView = 'Read message and code of the extension in the instance view: `az vm get-instance-view`.'
const withoutForce = 'Then repeat the command without `--force`.'
const vaultBesideVm = 'Choose or create a vault in the subscription and region of the VM.'

/** What Azure CLI itself prints around a request. */
export const azureCli = {
  'cli-need-client-id': {
    meaning:
      'The VM has the dual-pass extension, for which Azure CLI wants an Entra application. It stopped before asking for encryption.',
    next: [
      'Better migrate to single pass: only `Set-AzVMDiskEncryptionExtension` of Azure PowerShell can, with `-Migrate`.',
      'Otherwise repeat the command with `--aad-client-id` and a credential.',
    ],
  },
  'cli-need-credential': {
    meaning: 'An Entra application was named without its credential. The command stopped before asking for encryption.',
    next: [
      'Add `--aad-client-secret` or `--aad-client-cert-thumbprint`.',
      'For a VM without the dual-pass extension leave out all Entra parameters: single pass needs none.',
    ],
  },
  'cli-need-volume-type': {
    meaning:
      'The VM has data disks, and the command does not say which volumes it means. It stopped before asking for encryption.',
    next: [
      'Snapshot the disks, then repeat it with `--volume-type`: `OS`, `DATA` or `ALL`.',
      'Choose with care: Windows cannot do data alone, and on Linux an encrypted OS disk can never be decrypted.',
    ],
  },
  'cli-provisioning-incorrect': {
    meaning:
      'The extension did not report success; Azure CLI does not show why. Some volumes may be encrypted, others not.',
    next: [readView, 'Look up that text before you repeat the command.'],
  },
  'cli-no-secret-url': {
    meaning:
      'Dual pass: the extension gave another text where Azure CLI expected the address of the secret. The second pass was not begun (inferred).',
    next: [readView, 'After a failure remove its cause. If the extension was only slow, repeat the command later.'],
  },
  'cli-identity-format': {
    meaning:
      'Azure CLI refused the encryption identity: it wants the full resource ID of a user-assigned identity of this VM. Encryption was not requested.',
    next: [
      'List the identities of the VM with `az vm identity show` and pass the whole ID of one.',
      'An identity that is missing there must be assigned to the VM first.',
    ],
  },
  'cli-identity-update-failed': {
    meaning: 'Azure CLI could not write the encryption identity into the VM model and did not go on to encryption.',
    next: [
      'Find the reason in the activity log: missing right, lock, or another operation on the VM.',
      'Set the identity on the VM, then repeat the command.',
    ],
  },
  'cli-identity-api': {
    meaning:
      'The cloud profile of Azure CLI is too old for an encryption identity, which needs API `2023-07-01`. Encryption was not requested.',
    next: ['Set the cloud profile to `latest`, or update Azure CLI, then repeat the command.'],
  },
  'cli-linux-disable-data-only': {
    meaning:
      'Azure CLI refused to decrypt: on Linux it is possible for data volumes alone, and only while the OS disk is plain. The disks keep their state.',
    next: [
      'With a plain OS disk repeat it with `--volume-type DATA`. Never force it.',
      'With an encrypted OS disk build a new VM and move the data there.',
    ],
  },
  'cli-update-failed': {
    meaning: 'The request to decrypt ended without success. Which volumes are still encrypted does not follow.',
    next: [readView, steps.keepExtension],
  },
  'cli-vmss-not-encrypted': {
    meaning: 'Azure CLI found no ADE extension in the scale set. Encryption at host does not show here.',
    next: [
      'If ADE was expected, look at the extensions in the model of the scale set.',
      'For protection prefer encryption at host: ADE retires on 15 September 2028.',
    ],
  },
  'cli-kv-not-enabled': {
    meaning:
      'Azure CLI checked the vault beforehand: disk encryption may not use it. With `--force` the same text is a mere warning, and the request goes out.',
    next: ['Set `enabledForDiskEncryption` on the vault.', withoutForce],
  },
  'cli-subscription-mismatch': {
    meaning:
      'Azure CLI checked the vault beforehand: it lies in another subscription than the VM, which ADE does not support.',
    next: [vaultBesideVm, withoutForce],
  },
  'cli-region-mismatch': {
    meaning:
      'Azure CLI checked the vault beforehand: it lies in another region than the VM, which ADE does not support.',
    next: [vaultBesideVm, withoutForce],
  },
  'cli-force-warning': {
    meaning:
      'A check of the vault failed and `--force` went over it. The request goes out; the platform may refuse it.',
    next: [
      'Follow the progress message: a refusal appears there as a failure.',
      'Mend what the warning names. Do not force the next request.',
    ],
  },
  'cli-vmss-os-unsupported': {
    meaning: 'ADE does not encrypt OS disks of Linux scale sets. Nothing was requested.',
    next: ['Repeat the command with `--volume-type DATA`.', 'For the OS disks use encryption at host.'],
  },
  'cli-not-enabled': {
    meaning:
      'Azure CLI found no ADE extension. If it was removed, disks can be encrypted all the same; other kinds of encryption do not show here.',
    next: [
      'Look at the stamps: one without an extension shows that ADE was requested here once.',
      'Check whether encryption at host or a confidential OS disk protects the VM.',
    ],
  },
  'cli-request-accepted': {
    meaning:
      'Azure took the request; nothing is encrypted by that. Advice on `VMRestartPending` in this text is meant for the dual pass.',
    next: ['Follow the progress message and the detailed status.', steps.hold],
  },
  'cli-deallocating': {
    meaning:
      'Dual pass: Azure CLI deallocates the VM so that it can change the key settings in the VM model. The data on the disks does not change by this.',
    next: ['Let the command run to its end; do not start the VM by hand.'],
  },
  'cli-restarting': {
    meaning:
      'Dual pass: the VM model was changed, and Azure CLI starts the VM again. Work on the disks can only begin after that.',
    next: ['Wait for the start, then follow the progress message.'],
  },
  'cli-takes-a-while': {
    meaning: 'A hint for scale sets: the request was sent, and the instances need time. No disk is encrypted by it.',
    next: ['Follow the status of the extension on each instance.'],
  },
  'cli-progress-unknown': {
    meaning:
      'Azure CLI shows this word where it got no value from the extension. It means neither encrypted nor plain.',
    next: [readView, 'Check that the VM runs and that its agent is ready.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
