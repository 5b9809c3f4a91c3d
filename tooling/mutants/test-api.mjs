// @ts-check
// The part of vitest's interface that the tests of the core use, run in this process. `expect` is vitest's.
import * as fastCheck from 'fast-check'
import { expect } from 'vitest'

/** @typedef {{ readonly name: string, readonly run: () => unknown }} Test */

/** A mutant must not be killed by chance, and the score must be reproducible: few cases, with a fixed seed. */
const withoutChance = {
  ...fastCheck,
  assert: (/** @type {fastCheck.IRawProperty<unknown>} */ property) =>
    fastCheck.assert(property, { seed: 1, numRuns: 12, endOnFailure: true }),
}

/** Tests of time, which depends on mutants and machine load, or with thousands of cases or megabytes. */
export const left = /costs no more than|come to most states|of a log that is too long/

/** Collects the tests of one file while it loads. */
export function collector() {
  /** @type {Test[]} */
  const tests = []
  /** @type {string[]} */
  const path = []

  /**
   * @param {string} name
   * @param {() => void} body
   */
  const describe = (name, body) => {
    path.push(name)
    body()
    path.pop()
  }
  /**
   * @param {string} name
   * @param {() => unknown} run
   */
  const it = (name, run) => {
    if (!left.test(name)) tests.push({ name: `${[...path, name].join(' > ')} (${tests.length})`, run })
  }
  /** @param {(name: string, body: () => unknown) => void} one */
  const each = (one) => (/** @type {readonly unknown[]} */ rows) => {
    return (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ body) => {
      for (const row of rows) one(name, () => (Array.isArray(row) ? body(...row) : body(row)))
    }
  }
  describe.each = each(describe)
  describe.runIf = (/** @type {unknown} */ condition) => (condition ? describe : () => undefined)
  it.each = each(it)
  const api = { vitest: { describe, it, expect }, 'fast-check': withoutChance }
  return { tests, api }
}
