import 'server-only'
import type { KnownMachine } from '@/lib/store/machine-states'

/** The machines of a tenant as they were seen last, by whoever. Handed on for VMs that the person can read now. */
export class Machines {
  readonly #byKey = new Map<string, KnownMachine[]>()
  readonly #byUid = new Map<string, KnownMachine>()

  add(machines: readonly KnownMachine[]): void {
    for (const machine of machines) {
      const same = this.#byKey.get(machine.vmKey)
      if (same === undefined) this.#byKey.set(machine.vmKey, [machine])
      else same.push(machine)
      const known = machine.vmUid === '' ? machine : this.#byUid.get(machine.vmUid)
      if (known === undefined || known.seen.lastSeen < machine.seen.lastSeen) this.#byUid.set(machine.vmUid, machine)
    }
  }

  /**
   * The machine that stands at an id now: one that was made again is another one, one that was moved is the same.
   * @param key ARM id, lower case
   * @param uid `vmId`; null where it was not read
   */
  at(key: string, uid: string | null): KnownMachine | null {
    const here = this.#byKey.get(key) ?? []
    if (uid !== null) {
      const named = this.#byUid.get(uid.toLowerCase())
      if (named !== undefined) return named
      // A look that named no machine is this one's only where no other stood here.
      return here.length === 1 && here[0]?.vmUid === '' ? here[0] : null
    }
    return here.reduce<KnownMachine | null>(
      (last, each) => (last === null || each.seen.lastSeen > last.seen.lastSeen ? each : last),
      null,
    )
  }
}
