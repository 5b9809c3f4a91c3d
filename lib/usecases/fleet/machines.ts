import 'server-only'
import type { KnownMachine } from '@/lib/store/machine-states'

/**
 * The machines of a tenant with their last observed state, by any observer. The caller passes them on only for VMs that
 * the user can read now.
 */
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
   * The machine that has an ARM id now: a recreated VM is another machine, a moved one is the same.
   * @param key ARM id, lower case
   * @param uid `vmId`; null where it was not read
   */
  at(key: string, uid: string | null): KnownMachine | null {
    const here = this.#byKey.get(key) ?? []
    if (uid !== null) {
      const named = this.#byUid.get(uid.toLowerCase())
      if (named !== undefined) return named
      // An observation without a `vmId` belongs to this machine only where no other had this ARM id.
      return here.length === 1 && here[0]?.vmUid === '' ? here[0] : null
    }
    return here.reduce<KnownMachine | null>(
      (last, each) => (last === null || each.seen.lastSeen > last.seen.lastSeen ? each : last),
      null,
    )
  }
}
