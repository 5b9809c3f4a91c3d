import 'server-only'

/** Held no longer than this: what a load has found is kept before long, whatever becomes of the load. */
const longestMilliseconds = 5_000

const held = new Set<HeldWork>()

/** Work that a load leaves for later, so that it does not take turns with what people wait for. */
export class HeldWork {
  readonly #work: (() => void)[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  /** Does the work once it is released, or after five seconds. */
  readonly put = (work: () => void): void => {
    this.#work.push(work)
    held.add(this)
    this.#timer ??= setTimeout(() => void this.release(), longestMilliseconds).unref()
  }

  /** The load is over. The work is done in its order, each piece in a turn of its own. */
  async release(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    held.delete(this)
    for (const work of this.#work.splice(0)) {
      await new Promise((resolve) => setImmediate(resolve))
      work()
    }
  }
}

/** Does at once what is held; for tests and for the end of a program. */
export async function releaseAll(): Promise<void> {
  await Promise.all([...held].map((each) => each.release()))
}
