import { canonicalFacts } from '@/lib/timeline/canonical'
import type { Observation } from '@/lib/timeline/observation'
import type { DeliveredNotice } from '@/lib/contract/notices'

/** Facts of a VM that an answer acknowledged as stored. Times are epoch milliseconds on Azure's clock. */
export interface PromisedObservation {
  /** ARM id, lower case. */
  readonly vm: string
  readonly from: number
  readonly to: number
  readonly facts: string
}

/** What one collector logged as read in one subscription, and the earliest time at which it began. Real time. */
export interface PromisedBatch {
  /** Lower case. */
  readonly subscription: string
  readonly read: number
  readonly after: number
  readonly until: number
  /** Azure's clock minus the real clock at that time. */
  readonly ahead: number
}

const textOf = ({ id, watchId, vm, notice, createdAt }: DeliveredNotice): string =>
  JSON.stringify([id, watchId, vm.name, notice.kind, notice.state, notice.at, notice.episode, createdAt])

/**
 * Everything that a server and a collector acknowledged: an observation in an answer to `GET …/history` with
 * `kept: true`, and every older one in it; the VMs that the collector counts in a line `"event":"read"`; a watch
 * whose id `PUT /watches` returned; a notice that `GET /notices` showed.
 */
export class Promises {
  readonly #observations = new Map<string, PromisedObservation>()
  readonly batches: PromisedBatch[] = []
  /** Id of each watch, and the VM that it follows, lower case. */
  readonly watches = new Map<string, string>()
  readonly notices = new Map<number, string>()
  /** How often a server acknowledged its own observation, by VM. */
  readonly kept = new Map<string, number>()
  /** Followed VMs whose run was active when the watch was created, lower case. */
  readonly atWork = new Set<string>()
  /** Notices that differed the second time. */
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
