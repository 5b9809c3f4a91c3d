import 'server-only'

/** Every body may be so large, in bytes. Larger ones are log files that somebody pastes. */
const small = 65_536
/** The largest that a handler takes, and a little: its own refusal is better than a connection that breaks. */
const largest = 6_100_000
/** What larger bodies may hold at a time, in all and from one address. */
const mostTogether = 96 * 1_048_576
const mostOfAddress = 24 * 1_048_576

/** One body on its way in. */
export interface Arrival {
  /** Takes in so many bytes more; false where the body has become too much. */
  readonly take: (bytes: number) => boolean
  /** The request is over: its body is held no longer. */
  readonly end: () => void
}

/**
 * Bounds what bodies hold in memory. The framework takes each of them in whole before a handler is asked, whoever sends
 * it: without a bound, strangers fill the memory. Small bodies always pass, so whoever fills the rest holds up nobody but
 * those who paste logs.
 */
export class BodyBudget {
  #together = 0
  readonly #ofAddress = new Map<string, number>()

  /** @param mayBeLarge whether there is a reason to send much: an address that takes it, and who seems to be somebody */
  begin(address: string, mayBeLarge: boolean): Arrival {
    let held = 0
    let over = false
    const take = (bytes: number): boolean => {
      if (over) return false
      const size = held + bytes
      if (size > small && (!mayBeLarge || size > largest || !this.#fits(address, bytes))) return false
      held = size
      this.#count(address, bytes)
      return true
    }
    const end = (): void => {
      if (over) return
      over = true
      this.#count(address, -held)
    }
    return { take, end }
  }

  /** Bytes that are held now. */
  get held(): number {
    return this.#together
  }

  #fits(address: string, bytes: number): boolean {
    const ofAddress = this.#ofAddress.get(address) ?? 0
    return this.#together + bytes <= mostTogether && ofAddress + bytes <= mostOfAddress
  }

  #count(address: string, bytes: number): void {
    this.#together += bytes
    const ofAddress = (this.#ofAddress.get(address) ?? 0) + bytes
    if (ofAddress === 0) this.#ofAddress.delete(address)
    else this.#ofAddress.set(address, ofAddress)
  }
}
