import 'server-only'
import type { Observation } from '@/lib/timeline/observation'

const mostKept = 200_000
/** Other processes may have given the watch another observation meanwhile, so entries expire after this. */
const keepMilliseconds = 300_000

/** Everything of an observation that can cause a notice, except that work may be stuck. */
function keyOfState({ facts, vmId }: Observation): string {
  return JSON.stringify([
    facts.state,
    vmId,
    facts.power,
    facts.reported,
    facts.request.volumeType,
    facts.message?.phase,
  ])
}

/**
 * What this process recently passed to each watch. Most observations equal the last one; for those the database need
 * not be asked what each watch knows.
 */
export class NotificationDedupe {
  readonly #known = new Map<string, { readonly stateKey: string; readonly at: number }>()

  /** @param key of a watch and a VM @param now epoch milliseconds */
  has(key: string, observation: Observation, now: number): boolean {
    const known = this.#known.get(key)
    return known !== undefined && now - known.at < keepMilliseconds && known.stateKey === keyOfState(observation)
  }

  add(key: string, observation: Observation, now: number): void {
    if (this.#known.size >= mostKept) this.#known.clear()
    this.#known.set(key, { stateKey: keyOfState(observation), at: now })
  }
}
