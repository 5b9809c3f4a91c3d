import type { StepKind } from './kinds'

/** Checks before a change, of which each is enough where it applies. */
export const restChecks: readonly StepKind[] = ['check-nothing-runs', 'check-still-at-boot']

const screens: readonly string[] = [
  'boot-passphrase-prompt',
  'boot-root-not-found',
  'boot-grub-rescue',
  'boot-bitlocker-recovery',
]

/**
 * The check before a message's own next steps. No work runs in a VM that hangs at boot, and its last status can be from
 * before: to wait until that changes would be to wait for ever.
 */
export const checkBefore = (kind: string): 'check-nothing-runs' | 'check-still-at-boot' =>
  screens.includes(kind) ? 'check-still-at-boot' : 'check-nothing-runs'
