import 'server-only'
import type { ArmSession } from '@/lib/azure/session'
import { readTimeline } from '@/lib/store/read-timeline'
import type { Store } from '@/lib/store/store'
import { workViewOf } from '@/lib/timeline/estimate/work-view'
import type { Observation } from '@/lib/timeline/observation'
import type { StallSign } from '@/lib/timeline/stuck/signs'
import { readTraffic, trafficSpanOf } from '../timeline/read-traffic'
import { parseVmId } from '../vm-name'

/** The rules evaluate quarters of an hour, and metrics cost requests. */
const pauseMilliseconds = 300_000
const mostKept = 20_000

const day = 86_400_000

interface Asked {
  readonly at: number
  readonly observation: string
  readonly signs: Promise<readonly StallSign[]>
}

/** Evaluates whether watched work may be stuck; each VM every five minutes at most. */
export class StallDetector {
  readonly #asked = new Map<string, Asked>()

  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  /** @param session with whose rights metrics are read; without it the rule about disk traffic is skipped */
  read(session: ArmSession, observation: Observation): Promise<readonly StallSign[]> {
    const key = observation.id.toLowerCase()
    const now = this.now()
    const before = this.#asked.get(key)
    // Every watch of the VM gets the same signs for one observation.
    if (before?.observation === observation.lastSeen) return before.signs
    if (before !== undefined && now - before.at < pauseMilliseconds) return Promise.resolve([])
    if (this.#asked.size >= mostKept) this.#asked.clear()
    const signs = this.#read(session, observation)
    this.#asked.set(key, { at: now, observation: observation.lastSeen, signs })
    return signs
  }

  async #read(session: ArmSession, observation: Observation): Promise<readonly StallSign[]> {
    const vm = parseVmId(observation.id)
    if (vm === null) return []
    // Azure's clock dates observations and metrics.
    const now = session.azureClock.of(this.now())
    const { polling } = this.store.config
    const known = await readTimeline(this.store, observation, now - 30 * day)
    if (!known.ok) return []
    const { observations } = known.value
    const span = trafficSpanOf(observations, polling, now)
    const traffic = span === null ? null : await readTraffic(session, vm, span)
    const points = traffic?.ok === true ? traffic.value : []
    return workViewOf({
      observations,
      osTraffic: span?.disks === 'os' ? points : [],
      dataTraffic: span?.disks === 'data' ? points : [],
      past: [],
      polling,
      now: new Date(now).toISOString(),
    }).stuck
  }
}
