import 'server-only'

/** Work is deferred no longer than this: what a load has found is stored soon, however the load ends. */
const longestMilliseconds = 5_000

declare global {
  // Next.js bundles each route separately; the shutdown waits for the deferred work of all of them.
  var sealwatchDeferredWork: Set<DeferredWork> | undefined
}

const held = (globalThis.sealwatchDeferredWork ??= new Set<DeferredWork>())

/** Work that a load defers, so that it does not delay responses. */
export class DeferredWork {
  readonly #work: (() => void | Promise<void>)[] = []
  #timer: ReturnType<typeof setTimeout> | null = null
  #doing: Promise<void> = Promise.resolve()

  /** Runs the work once it is released, or after five seconds. */
  readonly put = (work: () => void | Promise<void>): void => {
    this.#work.push(work)
    held.add(this)
    this.#timer ??= setTimeout(() => void this.release(), longestMilliseconds).unref()
  }

  /** The load is over. The work runs in order, each piece in a separate turn of the event loop. */
  release(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#doing = this.#doing.then(() => this.#do())
    return this.#doing
  }

  /** It stays in the set until all of it is done, so that the shutdown waits long enough. */
  async #do(): Promise<void> {
    for (let work = this.#work.shift(); work !== undefined; work = this.#work.shift()) {
      await new Promise((resolve) => setImmediate(resolve))
      await work()
    }
    held.delete(this)
  }
}

/** Runs all deferred work at once; for tests and for the end of a program. */
export async function releaseAll(): Promise<void> {
  await Promise.all([...held].map((each) => each.release()))
}
