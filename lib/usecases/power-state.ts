import 'server-only'
import { powerStates, type PowerState } from '@/lib/contract/fleet'
import type { Known } from '@/lib/shared/known'

/** Azure's power state as one of the contract's; any other is `unknown`. */
export function powerStateOf(word: Known<string>): PowerState {
  return powerStates.find((state) => word.known && state === word.value) ?? 'unknown'
}
