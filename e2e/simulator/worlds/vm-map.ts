import type { SimVm } from '../model/vm'

/** VMs by lower-case ARM id, with a count of changes so that indexes over it detect when they are stale. */
export class VmMap extends Map<string, SimVm> {
  /** Grows with every VM added or removed. */
  version = 0

  override set(id: string, vm: SimVm): this {
    this.version += 1
    return super.set(id.toLowerCase(), vm)
  }

  override delete(id: string): boolean {
    this.version += 1
    return super.delete(id.toLowerCase())
  }

  override clear(): void {
    this.version += 1
    super.clear()
  }

  override get(id: string): SimVm | undefined {
    return super.get(id) ?? super.get(id.toLowerCase())
  }
}
