import { canonicalFacts } from '@/lib/timeline/canonical'
import type { Observation } from '@/lib/timeline/observation'
import type { DeliveredNotice } from '@/lib/contract/watches'

/** Facts of a VM that an answer said are in the history. Times are epoch milliseconds on Azure's clock. */
export interface PromisedObservation {
  /** ARM id, lower case. */
  readonly vm: string
  readonly from: number
  readonly to: number
  readonly facts: string
}

/** What one collector said that it read in one subscription, and when it had begun at the earliest. Real time. */
export interface PromisedBatch {
  /** Lower case. */
  readonly subscription: string
  readonly read: number
  readonly after: number
  readonly until: number
  /** Azure's clock minus the real one meanwhile. */
  readonly ahead: number
}

const textOf = ({ id, watchId, vm, notice, createdAt }: DeliveredNotice): string =>
  JSON.stringify([id, watchId, vm.name, notice.kind, notice.state, notice.at, notice.episode, createdAt])

/**
 * All that a server and a collector said is kept: **acknowledged** is a look of an answer to `GET …/history` with
 * `kept: true`, and every older look shown with it; what the collector counts in a line `"event":"read"`; a watch of
 * which `PUT /watches` answered the id; a notice that `GET /notices` showed.
 */
export class Promises {
  readonly #observations = new Map<string, PromisedObservation>()
  readonly batches: PromisedBatch[] = []
  /** Id of each watch, and the VM that it follows, lower case. */
  readonly watches = new Map<string, string>()
  readonly notices = new Map<number, string>()
  /** How often a server said so of a look of its own, by VM. */
  readonly kept = new Map<string, number>()
  /** Followed VMs that were at work when they were followed, lower case. */
  readonly atWork = new Set<string>()
  /** Notices that were another the second time. */
  readonly changed: string[] = []

  observation(vm: string, shown: readonly Observation[]): void {
    for (const { firstSeen, lastSeen, facts } of shown) {
      const observation = { vm, from: Date.parse(firstSeen), to: Date.parse(lastSeen), facts: canonicalFacts(facts) }
      this.#observations.set([vm, observation.from, observation.to, observation.facts].join('\n'), observation)
    }
    this.kept.set(vm, (this.kept.get(vm) ?? 0) + 1)
  }

  notice(delivered: DeliveredNotice): void {
    const [before, now] = [this.notices.get(delivered.id), textOf(delivered)]
    if (before !== undefined && before !== now) this.changed.push(`notice ${delivered.id}: ${before} became ${now}`)
    this.notices.set(delivered.id, now)
  }

  observations(): readonly PromisedObservation[] {
    return [...this.#observations.values()]
  }
}
