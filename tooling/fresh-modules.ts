import { afterAll, vi } from 'vitest'

/** The environment with which this process started. */
const key = Symbol.for('sealwatch-tests-environment')

/**
 * Runs before each test file that shares its process with others: restores the original environment, removes the
 * product's globals, and evaluates modules again. Only packages stay loaded.
 */
function beginAnew(): void {
  // What a file before this one stubbed would come back where this one ends its own stubs.
  vi.unstubAllEnvs()
  const first: unknown = Reflect.get(globalThis, key)
  if (first === undefined) Reflect.set(globalThis, key, { ...process.env })
  else {
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, first)
  }
  for (const name of Object.keys(globalThis)) if (name.startsWith('sealwatch')) Reflect.deleteProperty(globalThis, name)
  vi.resetModules()
}

/** How long work in progress may take until it counts as left behind. */
const longestMilliseconds = 60_000

/**
 * Runs after each test file's own hooks. What is still in flight would open the history of this file for the next one,
 * which would then read and write there. A file that reads no answer to its end fails here.
 */
async function endWork(): Promise<void> {
  vi.useRealTimers()
  const { sealwatchInFlight: inFlight, sealwatchSending: sending, sealwatchBacklog: backlog } = globalThis
  await vi.waitFor(
    () => {
      const left = Math.max(inFlight?.size ?? 0, sending?.size ?? 0)
      if (left > 0) throw new Error(`${left} responses were neither read to their end nor cancelled`)
    },
    { timeout: longestMilliseconds },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const error = new Error('observations still wait to be written')
    timer = setTimeout(() => reject(error), longestMilliseconds)
  })
  await Promise.race([backlog?.settled(), late])
  clearTimeout(timer)
}

beginAnew()
afterAll(endWork)
