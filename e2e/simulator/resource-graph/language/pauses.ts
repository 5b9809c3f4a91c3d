import { setImmediate } from 'node:timers/promises'

/** A computation in steps: between two of them other requests can be answered, as Azure answers them meanwhile. */
export type Steps<T> = Generator<undefined, T, undefined>

/** Rows between two steps. */
const rowsPerStep = 25
/** Milliseconds that a computation may take before other requests are answered. */
const longest = 1

/** Maps rows, in steps. */
export function* mapInSteps<R, T>(rows: readonly R[], map: (row: R) => T): Steps<T[]> {
  const made: T[] = []
  for (const row of rows) {
    made.push(map(row))
    if (made.length % rowsPerStep === 0) yield
  }
  return made
}

/** The result of a computation without pauses. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The result of a computation that pauses while other requests wait. */
export async function withPauses<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - since < longest) continue
    await setImmediate()
    since = performance.now()
  }
}
