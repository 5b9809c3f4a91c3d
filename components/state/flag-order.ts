import { flagCodes, type FlagCode, type VmState } from '@/lib/contract/codes'

/**
 * Flags in the order in which they are shown, most telling first. `flagCodes` already stands in that order; beside
 * the state Conflict the flag that says the same is left out.
 */
export function orderFlags(flags: readonly FlagCode[], state: VmState): readonly FlagCode[] {
  return flagCodes.filter((code) => flags.includes(code) && !(code === 'conflict-stamp-report' && state === 'conflict'))
}
