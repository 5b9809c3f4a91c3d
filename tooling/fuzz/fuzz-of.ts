import { textOf } from './decode'
import type { Target } from './target'

/** Limit of processor seconds for one input, which normally takes milliseconds. */
const mostSeconds = 2

/** A failure, with its text: a program depends on its bodies, a text is stable. */
class Finding extends Error {
  constructor(text: string, options: { readonly cause: unknown }) {
    const { cause } = options
    super(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\nTEXT ${JSON.stringify(text)}`)
    this.name = 'Finding'
  }
}

/** Throws if a text took longer than the limit. */
function within(text: string, before: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  if (seconds > mostSeconds) throw new Finding(text, { cause: new Error(`took ${seconds.toFixed(1)} s`) })
}

function run(target: Target, text: string): void | Promise<void> {
  const before = process.cpuUsage()
  const failed = (cause: unknown): never => {
    throw new Finding(text, { cause })
  }
  let done: void | Promise<void>
  try {
    done = target.check(text)
  } catch (cause) {
    return failed(cause)
  }
  if (done !== undefined) return done.then(() => within(text, before), failed)
  within(text, before)
}

/** The function that the fuzzer calls with its bytes. */
export function fuzzOf(target: Target): (data: Uint8Array) => void | Promise<void> {
  const made = target.bodies()
  const writtenOf = (bodies: readonly unknown[]) => bodies.map((body) => JSON.stringify(body))
  let bodies = 'then' in made ? null : writtenOf(made)
  const begin = async (data: Uint8Array) => {
    bodies = writtenOf(await made)
    return run(target, textOf(data, bodies, target.words))
  }
  // A promise costs more than most inputs do, so the function returns one only if necessary.
  return (data) => (bodies === null ? begin(data) : run(target, textOf(data, bodies, target.words)))
}
