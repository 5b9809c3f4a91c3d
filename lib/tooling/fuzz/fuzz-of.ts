import { textOf } from './decode'
import type { Target } from './target'

/** Seconds of processor time for one input, which takes thousandths. */
const mostSeconds = 2

/** What failed, with the text that did it: programs depend on their bodies, texts stay what they are. */
class Finding extends Error {
  constructor(text: string, options: { readonly cause: unknown }) {
    const { cause } = options
    super(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\nTEXT ${JSON.stringify(text)}`)
    this.name = 'Finding'
  }
}

/** Throws where a text took longer than any may. */
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
  // A promise costs more than most inputs do, so there is one only where there has to be.
  return (data) => (bodies === null ? begin(data) : run(target, textOf(data, bodies, target.words)))
}
