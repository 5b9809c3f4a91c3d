import {
  CircleArrowDown,
  CircleFadingArrowUp,
  CircleQuestionMark,
  EqualNot,
  HardDrive,
  LockOpen,
  Minus,
  OctagonX,
  RotateCw,
  ShieldCheck,
  ShieldEllipsis,
  ShieldHalf,
  ShieldQuestionMark,
  type LucideIcon,
} from 'lucide-react'
import type { DataState, VmState, VolumeState } from '@/lib/contract/codes'

/** Every state with an icon: of a VM, of a volume, and of the data disks together. */
export type AnyState = VmState | VolumeState | DataState

/** The outline shows the group of a state, the inner mark the state itself; readable without colour. */
export const stateIcons: Readonly<Record<AnyState, LucideIcon>> = {
  failed: OctagonX,
  conflict: EqualNot,
  'restart-pending': RotateCw,
  encrypting: CircleFadingArrowUp,
  decrypting: CircleArrowDown,
  unknown: CircleQuestionMark,
  'partly-encrypted': ShieldHalf,
  'encrypted-unverified': ShieldQuestionMark,
  encrypted: ShieldCheck,
  'protected-otherwise': ShieldEllipsis,
  'not-encrypted': LockOpen,
  'not-mounted': HardDrive,
  none: Minus,
}

/**
 * The class that sets `--mark`, `--word` and `--tint`. A not-mounted disk takes the colour of the state that it counts
 * as.
 */
const stateClasses: Readonly<Record<AnyState, string>> = {
  failed: 'state-failed',
  conflict: 'state-conflict',
  'restart-pending': 'state-restart-pending',
  encrypting: 'state-encrypting',
  decrypting: 'state-decrypting',
  unknown: 'state-unknown',
  'partly-encrypted': 'state-partly-encrypted',
  'encrypted-unverified': 'state-encrypted-unverified',
  encrypted: 'state-encrypted',
  'protected-otherwise': 'state-protected-otherwise',
  'not-encrypted': 'state-not-encrypted',
  'not-mounted': 'state-not-encrypted',
  none: 'state-not-encrypted',
}

/**
 * The colour class of a state.
 * @param stamped For `not-mounted`: whether the disk has encryption settings, which determine the state that it counts
 *   as.
 */
export function stateClass(state: AnyState, stamped = false): string {
  return state === 'not-mounted' && stamped ? stateClasses['encrypted-unverified'] : stateClasses[state]
}

/** The three states that need a person: the only ones with a tinted pill in a table. */
export const loudStates: ReadonlySet<AnyState> = new Set<AnyState>(['failed', 'conflict', 'restart-pending'])
