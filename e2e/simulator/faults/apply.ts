import type { Fault } from '../model/faults'
import type { SimResponse } from '../model/http'
import type { Delivery, Reply } from '../server/delivery'
import { effects, type Scene } from './kinds'

/** The answer of the first fault that replaces the route's answer; null if none does. */
export function insteadOf(faults: readonly Fault[], scene: Scene): SimResponse | null {
  for (const fault of faults) {
    const effect = effects[fault.kind]
    if (effect.acts === 'instead') return effect.answer(fault, scene)
  }
  return null
}

/** Lets the faults change an answer and its delivery. `delayMs` is the delay so far. */
export function distort(faults: readonly Fault[], response: SimResponse, scene: Scene, delayMs: number): Reply {
  let shown = response
  let delivery: Delivery = { kind: 'whole' }
  let wait = delayMs
  for (const fault of faults) {
    const effect = effects[fault.kind]
    if (effect.acts === 'after') shown = effect.change(shown, scene)
    if (effect.acts === 'sending') delivery = effect.delivery(fault)
    if (effect.acts === 'waiting') wait += fault.milliseconds ?? 1000
  }
  return { response: shown, delivery, delayMs: wait }
}
