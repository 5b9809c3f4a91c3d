import 'server-only'
import type { Observation } from '@/lib/timeline/observation'

const mostKept = 200_000
const mostGroups = 1000
/** Other processes may have given the watches another observation meanwhile, so one of them is compared after this. */
const keepMilliseconds = 300_000
/** A process that died may have given it to some of the watches only, so all of them are compared after this. */
const longestMilliseconds = 3_600_000

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

interface Known {
  readonly stateKey: string
  /** Watches that were compared with it. */
  readonly watchIds: ReadonlySet<string>
  /** Epoch milliseconds, of one watch and of all. */
  readonly at: number
  readonly allAt: number
}

/** What of a group of watches has to be compared: those that were not yet; one, where another process may have written. */
export interface Due {
  readonly missing: ReadonlySet<string>
  readonly isOld: boolean
}

const none: ReadonlySet<string> = new Set()

/**
 * What this process recently passed to the watches that select VMs in the same way. Most observations equal the last
 * one; for those the database need not be asked what each watch knows, however many watches there are.
 */
export class NotificationDedupe {
  readonly #known = new Map<string, Known>()
  readonly #groups = new Map<string, ReadonlySet<string>>()

  /** One object for equal sets of watches: there are many VMs and few sets. */
  groupOf(watchIds: readonly string[]): ReadonlySet<string> {
    const text = [...watchIds].sort().join('\n')
    const found = this.#groups.get(text) ?? new Set(watchIds)
    if (this.#groups.size >= mostGroups) this.#groups.clear()
    this.#groups.set(text, found)
    return found
  }

  /** @param key of the watches' filters and a VM @param now epoch milliseconds */
  due(key: string, observation: Observation, group: ReadonlySet<string>, now: number): Due {
    const known = this.#valid(key, observation, now)
    if (known === null) return { missing: group, isOld: false }
    const missing = known.watchIds === group ? none : new Set([...group].filter((id) => !known.watchIds.has(id)))
    return { missing, isOld: now - known.at >= keepMilliseconds }
  }

  /** Records watches that were compared with an observation. */
  add(key: string, observation: Observation, compared: ReadonlySet<string>, now: number): void {
    const known = this.#valid(key, observation, now)
    if (this.#known.size >= mostKept) this.#known.clear()
    if (known === null) {
      this.#known.set(key, { stateKey: keyOfState(observation), watchIds: compared, at: now, allAt: now })
    } else if (known.watchIds !== compared) {
      this.#known.set(key, { ...known, watchIds: this.groupOf([...new Set([...known.watchIds, ...compared])]) })
    }
  }

  /** Records that no other process has written since. */
  renew(key: string, now: number): void {
    const known = this.#known.get(key)
    if (known !== undefined) this.#known.set(key, { ...known, at: now })
  }

  /** Drops what another process has overtaken. */
  forget(key: string): void {
    this.#known.delete(key)
  }

  #valid(key: string, observation: Observation, now: number): Known | null {
    const known = this.#known.get(key)
    const isValid = known?.stateKey === keyOfState(observation) && now - known.allAt < longestMilliseconds
    return isValid ? known : null
  }
}
