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
 * The one clock of the product's requests to Azure and of the answers that the fake Azure holds back. It stands still while
 * anything computes or is on its way, and goes to the next alarm when all requests in flight are held: half a minute of
 * waiting takes no time, and no machine is too slow for it.
 */
export class VirtualTime {
  #now = Date.now()
  #attempts = 0
  #isLookDue = false
  readonly #alarms = new Set<Alarm>()
  /** Requests on their way, by the object that sends them. */
  readonly #inFlight = new Set<ClientRequest>()
  /** Local ports of the connections whose answer the fake Azure holds back. */
  readonly #heldPorts = new Set<number>()

  /** The clock of the product. Chance is a half. */
  readonly clock: Clock = {
    now: () => this.#now,
    random: () => 0.5,
    after: (milliseconds, callback) => this.#after(milliseconds, callback),
  }

  /** How the fake Azure waits before it sends on. */
  readonly hold: Hold = (milliseconds, { gone, remotePort }) =>
    new Promise((resolve) => {
      this.#heldPorts.add(remotePort)
      const end = (): void => {
        this.#heldPorts.delete(remotePort)
        cancel()
        gone.removeEventListener('abort', end)
        resolve()
        this.#look()
      }
      const cancel = Number.isFinite(milliseconds) ? this.#after(milliseconds, end) : () => undefined
      if (gone.aborted) end()
      else gone.addEventListener('abort', end)
      this.#look()
    })

  constructor() {
    subscribe(requestStart, this.#onRequest)
  }

  /** Stops listening to the requests of the process. */
  end(): void {
    unsubscribe(requestStart, this.#onRequest)
  }

  /** A scheduler on this clock for one person. The clock stands still while one of its requests is not held. */
  scheduler(): Scheduler {
    const scheduler = new Scheduler(this.clock)
    const acquire = scheduler.acquire.bind(scheduler)
    scheduler.acquire = async (...order) => {
      const slot = await acquire(...order)
      return slot.ok ? ok({ ...slot.value, release: this.#attempt(slot.value.release) }) : slot
    }
    return scheduler
  }

  /** Lets time pass in which nothing is on its way. */
  pass(milliseconds: number): void {
    this.#now += milliseconds
    this.#look()
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
      this.#look()
    }
  }

  #after(milliseconds: number, callback: () => void): () => void {
    const alarm = { at: this.#now + milliseconds, callback }
    this.#alarms.add(alarm)
    this.#look()
    return () => this.#alarms.delete(alarm)
  }

  /** Every attempt under way has a request whose answer is held. */
  get #isQuiet(): boolean {
    const held = [...this.#inFlight].filter(({ socket }) => this.#heldPorts.has(socket?.localPort ?? -1))
    return held.length === this.#attempts
  }

  /** Looks once all that is ready to run has run. */
  #look(): void {
    if (this.#isLookDue) return
    this.#isLookDue = true
    setImmediate(() => {
      this.#isLookDue = false
      if (!this.#isQuiet) return
      const [next] = [...this.#alarms].sort((a, b) => a.at - b.at)
      if (next === undefined) return
      this.#alarms.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.callback()
      this.#look()
    })
  }
}
