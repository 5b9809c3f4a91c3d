import 'server-only'

/** Size in bytes that every body may have. Larger bodies are log files that a user pastes. */
const small = 65_536
/** The largest body that a handler accepts, and a margin: the handler's error is better than a closed connection. */
const largest = 6_100_000
/** How much memory larger bodies may use at a time, in all and from one address. */
const mostTogether = 96 * 1_048_576
const mostOfAddress = 24 * 1_048_576

/** One request body that is arriving. */
export interface Arrival {
  /** Counts so many more bytes; false where the body exceeds its limit. */
  readonly take: (bytes: number) => boolean
  /** The request is over: its body no longer uses memory. */
  readonly end: () => void
}

/**
 * Limits the memory that request bodies use. The framework reads each body whole before it calls a handler, for any
 * caller: without a limit, unauthenticated callers could fill the memory. Small bodies always pass, so a full budget
 * affects only users who paste logs.
 */
export class BodyBudget {
  #together = 0
  readonly #ofAddress = new Map<string, number>()

  /**
   * @param mayBeLarge whether a large body is plausible: the address accepts one, and the request has a token for this
   * API
   */
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

  /** Bytes that bodies use now. */
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
