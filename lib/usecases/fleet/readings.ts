import 'server-only'
import type { FleetRow } from '@/lib/contract/fleet'
import type { Observation } from '@/lib/timeline/observation'

/**
 * A VM at rest is read again after this long even where the inventory shows no change: its agent can report data that
 * the inventory does not contain. Until then its row shows when it was read.
 */
const restingMilliseconds = 15 * 60_000
const idleMilliseconds = 30 * 60_000
/** Readings held in this process for all users together; about 2 kB each. */
const mostReadings = 50_000

/**
 * States without work in progress, in which another reading adds little; a VM in any other state is always read again.
 */
const resting: ReadonlySet<FleetRow['state']> = new Set<FleetRow['state']>([
  'encrypted',
  'encrypted-unverified',
  'partly-encrypted',
  'not-encrypted',
  'protected-otherwise',
])

export interface CachedVm {
  readonly row: FleetRow
  /** Epoch milliseconds. */
  readonly readAt: number
  /** Whether the VM had a disk-encryption extension. */
  readonly hasExtension: boolean
  /** The observation while work is in progress, otherwise null: the row's percentage needs it before the history has it. */
  readonly observation: Observation | null
  /** Fingerprint of the VM's inventory rows when it was read; null until that inventory is complete. */
  fingerprint: number | null
}

/**
 * The readings of one user's loads: never shown to another user, and only for VMs that the inventory shows the user
 * now.
 */
export class VmCache {
  readonly #byKey = new Map<string, CachedVm>()
  /** Subscriptions (lower case) of the last list, with their names. */
  subscriptions: ReadonlyMap<string, string> = new Map()
  lastUsed = 0

  get size(): number {
    return this.#byKey.size
  }

  keep(key: string, reading: CachedVm): void {
    this.#byKey.set(key, reading)
  }

  /** A newer reading of one VM. It stays valid while the inventory is unchanged. */
  update(key: string, reading: Omit<CachedVm, 'fingerprint'>): void {
    this.#byKey.set(key, { ...reading, fingerprint: this.#byKey.get(key)?.fingerprint ?? null })
  }

  /** The inventory in which these VMs were read is complete. */
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

  /** The reading of a VM at rest that is recent enough to be reused if the inventory has not changed. */
  candidate(key: string, now: number): CachedVm | null {
    const reading = this.#byKey.get(key)
    if (reading === undefined) return null
    return resting.has(reading.row.state) && now - reading.readAt <= restingMilliseconds ? reading : null
  }

  /** Whether a reading can still be reused, now that the inventory is known. */
  stands(reading: CachedVm, fingerprint: number | null): boolean {
    return fingerprint !== null && reading.fingerprint === fingerprint
  }
}

declare global {
  // Next.js bundles each route separately; all of them share these readings.
  var sealwatchReadings: Map<string, VmCache> | undefined
}

/** Drops the readings of idle users, then of those who were idle longest. */
function makeRoom(all: Map<string, VmCache>, now: number): void {
  let total = [...all.values()].reduce((sum, { size }) => sum + size, 0)
  for (const [person, { lastUsed, size }] of [...all].sort(([, a], [, b]) => a.lastUsed - b.lastUsed)) {
    if (lastUsed >= now - idleMilliseconds && total <= mostReadings) break
    all.delete(person)
    total -= size
  }
}

/** Drops everything that is held for one user. */
export function forgetReadings(person: string): void {
  globalThis.sealwatchReadings?.delete(person)
}

/** The readings of one user; the key contains cloud, tenant and object id. */
export function readingsOf(person: string, now: number): VmCache {
  const all = (globalThis.sealwatchReadings ??= new Map<string, VmCache>())
  const known = all.get(person) ?? new VmCache()
  known.lastUsed = now
  all.set(person, known)
  makeRoom(all, now)
  return known
}
