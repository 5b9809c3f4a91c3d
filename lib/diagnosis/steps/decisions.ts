import { decide, registerFeature } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

/** Steps without a command: waiting, deciding, asking. */
export const decisions = {
  'wait-for-os-copy': decide(),
  'wait-for-data-copy': decide(),
  'wait-for-operation': decide(),
  'wait-for-decryption': decide(),
  'wait-for-key-change': decide(),
  'wait-for-agent': decide(),
  'nothing-to-do': decide(),
  'keep-vm-running': decide(),
  'other-problem-first': decide(),
  'redeploy-from-stock-image': decide(),
  'use-encryption-at-host': decide(),
  'choose-one-encryption': decide(),
  'request-unsupported': decide(),
  'rebuild-linux-vm': decide(),
  'report-message': decide(),
  'ask-support': decide(),
  'wait-for-package-manager': decide(),
  'choose-larger-size': decide(),
  'use-first-vault-address': decide(),
  'use-single-pass': decide(),
  'copy-data-away': decide(),
  'run-backup-again': decide(),
  'enter-passphrase': decide(),
  'restore-key-file': decide(['overwrites-key-file']),
  // It also asks to prepare the model, which no command here does.
  'prepare-scale-set': {
    ...decide(),
    readOnly: false,
    right: 'contributor',
    commands: (subject) => registerFeature(subject, 'UnifiedDiskEncryption'),
  },
  'update-client': decide(),
  'choose-other-size': decide(),
  'request-quota': decide(),
  'copy-keys-to-target': decide(),
  'decide-about-move': decide(),
  'renew-vault-tenant': decide(['removes-vault-access']),
  'adapt-compliance-policy': decide(),
  'take-out-of-mbam': decide(),
} satisfies Partial<Record<StepKind, Step>>
