import type { BenchTenant } from './stage'

interface MeasuredReading {
  /** ARM id, lower case. */
  readonly vm: string
  /** Real time, epoch milliseconds. */
  readonly at: number
  readonly status: number
}

/** Readings of VMs by the collectors. The fake Azure keeps only its newest requests, so they are copied in time. */
export class Readings {
  readonly all: MeasuredReading[] = []
  /** Requests of collectors, of any kind, that were answered 429. */
  refused = 0
  #until = 0
  readonly #people: ReadonlySet<string>

  constructor(private readonly tenant: BenchTenant) {
    this.#people = new Set(tenant.created.people.map(({ objectId }) => objectId))
  }

  /** Copies the requests up to a moment ago; those in flight follow with the next call. */
  async take(): Promise<void> {
    const until = Date.now() - 200
    const { entries } = await this.tenant.traffic({ limit: 1_000_000 })
    if (this.#until > 0 && (entries[0]?.at ?? 0) > this.#until)
      throw new Error('the log of the fake Azure is too short')
    for (const { path, at, route, caller, status } of entries) {
      if (at <= this.#until || at > until || caller === null || this.#people.has(caller)) continue
      if (status === 429) this.refused += 1
      if (route !== 'vm-get') continue
      this.all.push({ vm: (path.split('?')[0] ?? '').toLowerCase(), at, status })
    }
    this.#until = until
  }
}

export interface Spacing {
  readonly reads: number
  readonly vms: number
  /** Of these, VMs with a running operation: they are read repeatedly. */
  readonly moving: number
  readonly least: number
  readonly median: number
  readonly longest: number
  readonly tooEarly: number
}

/** Milliseconds between two readings of the same VM by the collectors, as the fake Azure saw them arrive. */
export function spacingOf({ all }: Readings, leastMilliseconds: number): Spacing {
  const times = new Map<string, number[]>()
  for (const { vm, at } of all) {
    const known = times.get(vm)
    if (known === undefined) times.set(vm, [at])
    else known.push(at)
  }
  const gaps = [...times.values()].flatMap((each) => each.slice(1).map((at, index) => at - (each[index] ?? at)))
  gaps.sort((a, b) => a - b)
  return {
    reads: all.length,
    vms: times.size,
    moving: [...times.values()].filter((each) => each.length > 2).length,
    least: gaps[0] ?? 0,
    median: gaps[Math.floor(gaps.length / 2)] ?? 0,
    longest: gaps.at(-1) ?? 0,
    tooEarly: gaps.filter((gap) => gap < leastMilliseconds).length,
  }
}
