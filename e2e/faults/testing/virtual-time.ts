import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'
import type { Clock } from '@/lib/azure/schedule/clock'
import { Scheduler } from '@/lib/azure/schedule/scheduler'
import { ok } from '@/lib/shared/result'
import type { Hold } from '../../simulator/server/delivery'

interface Alarm {
  readonly at: number
  readonly callback: () => void
}

/** Published by Node for every request sent with `node:http` or `node:https`. */
const requestStart = 'http.client.request.start'

/**
 * The shared clock of the product's requests to Azure and of the answers that the fake Azure delays. It stops while any
 * code runs or a request is in transit, and jumps to the next timer when all requests in flight are delayed: half a
 * minute of waiting takes no real time, and the result does not depend on the machine's speed.
 */
export class VirtualTime {
  #now = Date.now()
  #attempts = 0
  #isObservationDue = false
  readonly #alarms = new Set<Alarm>()
  /** Requests in transit, by the object that sends them. */
  readonly #inFlight = new Set<ClientRequest>()
  /** Local ports of the connections whose answer the fake Azure delays. */
  readonly #heldPorts = new Set<number>()

  /** The clock of the product. Its random value is always a half. */
  readonly clock: Clock = {
    now: () => this.#now,
    random: () => 0.5,
    after: (milliseconds, callback) => this.#after(milliseconds, callback),
  }

  /** How the fake Azure waits before it sends an answer. */
  readonly hold: Hold = (milliseconds, { gone, remotePort }) =>
    new Promise((resolve) => {
      this.#heldPorts.add(remotePort)
      const end = (): void => {
        this.#heldPorts.delete(remotePort)
        cancel()
        gone.removeEventListener('abort', end)
        resolve()
        this.#observation()
      }
      const cancel = Number.isFinite(milliseconds) ? this.#after(milliseconds, end) : () => undefined
      if (gone.aborted) end()
      else gone.addEventListener('abort', end)
      this.#observation()
    })

  constructor() {
    subscribe(requestStart, this.#onRequest)
  }

  /** Stops listening to the requests of the process. */
  end(): void {
    unsubscribe(requestStart, this.#onRequest)
  }

  /** A scheduler on this clock for one user. The clock stops while one of its requests is not delayed. */
  scheduler(): Scheduler {
    const scheduler = new Scheduler(this.clock)
    const acquire = scheduler.acquire.bind(scheduler)
    scheduler.acquire = async (...order) => {
      const slot = await acquire(...order)
      return slot.ok ? ok({ ...slot.value, release: this.#attempt(slot.value.release) }) : slot
    }
    return scheduler
  }

  /** Advances the clock while no request is in transit. */
  pass(milliseconds: number): void {
    this.#now += milliseconds
    this.#observation()
  }

  readonly #onRequest = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return
    const { request } = message
    if (!(request instanceof ClientRequest)) return
    this.#inFlight.add(request)
    request.once('close', () => this.#inFlight.delete(request))
  }

  #attempt(release: () => void): () => void {
    this.#attempts += 1
    let isOpen = true
    return () => {
      if (isOpen) this.#attempts -= 1
      isOpen = false
      release()
      this.#observation()
    }
  }

  #after(milliseconds: number, callback: () => void): () => void {
    const alarm = { at: this.#now + milliseconds, callback }
    this.#alarms.add(alarm)
    this.#observation()
    return () => this.#alarms.delete(alarm)
  }

  /** Every running attempt has a request whose answer is delayed. */
  get #isQuiet(): boolean {
    const held = [...this.#inFlight].filter(({ socket }) => this.#heldPorts.has(socket?.localPort ?? -1))
    return held.length === this.#attempts
  }

  /** Checks after all runnable work has finished. */
  #observation(): void {
    if (this.#isObservationDue) return
    this.#isObservationDue = true
    setImmediate(() => {
      this.#isObservationDue = false
      if (!this.#isQuiet) return
      const [next] = [...this.#alarms].sort((a, b) => a.at - b.at)
      if (next === undefined) return
      this.#alarms.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.callback()
      this.#observation()
    })
  }
}
