import 'server-only'
import type { FleetRow } from '@/lib/contract/fleet'

/** A reading this young stands for a second request of the same person. */
const youngMilliseconds = 10_000
/**
 * A VM at rest is read again after this long even where the inventory shows no change: its agent can report something
 * that the inventory does not have. Its row says meanwhile when it was read.
 */
const restingMilliseconds = 15 * 60_000
const idleMilliseconds = 30 * 60_000
/** Readings kept in this process for all people together; about 2 kB each. */
const mostReadings = 50_000

/** States in which nothing goes on, so that the next look is worth little; a VM in any other is always read again. */
const resting: ReadonlySet<FleetRow['state']> = new Set<FleetRow['state']>([
  'encrypted',
  'encrypted-unverified',
  'partly-encrypted',
  'not-encrypted',
  'protected-otherwise',
])

export interface Reading {
  readonly row: FleetRow
  /** Epoch milliseconds. */
  readonly readAt: number
  /** The VM was seen to have a disk-encryption extension. */
  readonly hasExtension: boolean
  /** What the inventory said of the VM when it was read; null until that inventory is complete. */
  fingerprint: number | null
}

/** What is kept of one person's loads: never shown to anybody else, and only for VMs that the inventory shows them now. */
export class Readings {
  readonly #byKey = new Map<string, Reading>()
  /** Subscriptions (lower case) of the last list, with their names. */
  subscriptions: ReadonlyMap<string, string> = new Map()
  lastUsed = 0

  get size(): number {
    return this.#byKey.size
  }

  keep(key: string, reading: Reading): void {
    this.#byKey.set(key, reading)
  }

  /** A newer reading of a VM by itself. It stands for as long as what the inventory said before. */
  update(key: string, reading: Omit<Reading, 'fingerprint'>): void {
    this.#byKey.set(key, { ...reading, fingerprint: this.#byKey.get(key)?.fingerprint ?? null })
  }

  /** The inventory in which these VMs were read has come whole. */
  confirm(keys: Iterable<string>, fingerprintOf: (key: string) => number | null): void {
    for (const key of keys) {
      const reading = this.#byKey.get(key)
      if (reading !== undefined) reading.fingerprint = fingerprintOf(key)
    }
  }

  drop(key: string): void {
    this.#byKey.delete(key)
  }

  clear(): void {
    this.#byKey.clear()
  }

  /** The reading of a VM at rest that is young enough to stand if the inventory has not changed. */
  candidate(key: string, now: number): Reading | null {
    const reading = this.#byKey.get(key)
    if (reading === undefined) return null
    const age = now - reading.readAt
    if (age <= youngMilliseconds) return reading
    return resting.has(reading.row.state) && age <= restingMilliseconds ? reading : null
  }

  /** Whether a reading still stands, now that the inventory is known. */
  stands(reading: Reading, fingerprint: number | null, now: number): boolean {
    if (now - reading.readAt <= youngMilliseconds) return true
    return fingerprint !== null && reading.fingerprint === fingerprint
  }
}

declare global {
  // Next bundles each route by itself; what is kept is kept once.
  var sealwatchReadings: Map<string, Readings> | undefined
}

/** Lets go of people who have not been here, then of those who were here longest ago. */
function makeRoom(all: Map<string, Readings>, now: number): void {
  let total = [...all.values()].reduce((sum, { size }) => sum + size, 0)
  for (const [person, { lastUsed, size }] of [...all].sort(([, a], [, b]) => a.lastUsed - b.lastUsed)) {
    if (lastUsed >= now - idleMilliseconds && total <= mostReadings) break
    all.delete(person)
    total -= size
  }
}

/** Lets go of all that is kept for one person. */
export function forgetReadings(person: string): void {
  globalThis.sealwatchReadings?.delete(person)
}

/** What is kept for one person; the key holds cloud, tenant and object id. */
export function readingsOf(person: string, now: number): Readings {
  const all = (globalThis.sealwatchReadings ??= new Map<string, Readings>())
  const known = all.get(person) ?? new Readings()
  known.lastUsed = now
  all.set(person, known)
  makeRoom(all, now)
  return known
}
