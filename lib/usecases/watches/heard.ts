import 'server-only'
import type { Observation } from '@/lib/timeline/observation'

const mostKept = 200_000
/** Other processes may have told the watch something else meanwhile, so nothing is taken for heard for longer. */
const keepMilliseconds = 300_000

/** All of a look that can make news, besides work that may be stuck. */
function gistOf({ facts, vmId }: Observation): string {
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
 * What watches were told lately by this process. Most looks show what the last one showed; for those nobody has to ask
 * the database what each watch knows.
 */
export class Heard {
  readonly #known = new Map<string, { readonly gist: string; readonly at: number }>()

  /** @param key of a watch and a VM @param now epoch milliseconds */
  has(key: string, look: Observation, now: number): boolean {
    const known = this.#known.get(key)
    return known !== undefined && now - known.at < keepMilliseconds && known.gist === gistOf(look)
  }

  add(key: string, look: Observation, now: number): void {
    if (this.#known.size >= mostKept) this.#known.clear()
    this.#known.set(key, { gist: gistOf(look), at: now })
  }
}
