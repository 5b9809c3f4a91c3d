import 'server-only'

/** Held no longer than this: what a load has found is kept before long, whatever becomes of the load. */
const longestMilliseconds = 5_000

declare global {
  // Next bundles each route by itself; whoever ends the process asks for what all of them hold.
  var sealwatchHeldWork: Set<HeldWork> | undefined
}

const held = (globalThis.sealwatchHeldWork ??= new Set<HeldWork>())

/** Work that a load leaves for later, so that it does not take turns with what people wait for. */
export class HeldWork {
  readonly #work: (() => void)[] = []
  #timer: ReturnType<typeof setTimeout> | null = null
  #doing: Promise<void> = Promise.resolve()

  /** Does the work once it is released, or after five seconds. */
  readonly put = (work: () => void): void => {
    this.#work.push(work)
    held.add(this)
    this.#timer ??= setTimeout(() => void this.release(), longestMilliseconds).unref()
  }

  /** The load is over. The work is done in its order, each piece in a turn of its own. */
  release(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#doing = this.#doing.then(() => this.#do())
    return this.#doing
  }

  /** It stays among what is held until all of it is done, so that whoever waits for that waits long enough. */
  async #do(): Promise<void> {
    for (let work = this.#work.shift(); work !== undefined; work = this.#work.shift()) {
      await new Promise((resolve) => setImmediate(resolve))
      work()
    }
    held.delete(this)
  }
}

/** Does at once what is held; for tests and for the end of a program. */
export async function releaseAll(): Promise<void> {
  await Promise.all([...held].map((each) => each.release()))
}
