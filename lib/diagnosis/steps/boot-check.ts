import type { StepKind } from './kinds'

/** Checks before a change, of which each is enough where it applies. */
export const restChecks: readonly StepKind[] = ['check-nothing-runs', 'check-still-at-boot']

/** Screens on which a VM waits before its system starts. */
const screens: readonly (string | null)[] = [
  'boot-passphrase-prompt',
  'boot-root-not-found',
  'boot-grub-rescue',
  'boot-bitlocker-recovery',
]

/** Whether a message is such a screen. */
export const isBootScreen = (kind: string | null): boolean => screens.includes(kind)

/**
 * The check before a message's own next steps. No work runs in a VM that hangs at boot, and its last status can be from
 * before: to wait until that changes would be to wait for ever.
 */
export const checkBefore = (kind: string): 'check-nothing-runs' | 'check-still-at-boot' =>
  isBootScreen(kind) ? 'check-still-at-boot' : 'check-nothing-runs'
