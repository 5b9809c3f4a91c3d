import { flagCodes, type FlagCode, type VmState } from '@/lib/contract/codes'

/** A flag that repeats the state beside it. */
const saidByState: Readonly<Partial<Record<VmState, FlagCode>>> = {
  conflict: 'conflict-stamp-report',
  failed: 'last-operation-failed',
}

/**
 * Flags in display order, most specific first. `flagCodes` is already in that order; a flag that repeats the state is
 * left out.
 */
export function orderFlags(flags: readonly FlagCode[], state: VmState): readonly FlagCode[] {
  return flagCodes.filter((code) => flags.includes(code) && code !== saidByState[state])
}
