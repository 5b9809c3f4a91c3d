import { vi } from 'vitest'

/** The environment with which this process began. */
const key = Symbol.for('sealwatch-tests-environment')

/**
 * Runs before each file of tests that shares its process with others: gives it the environment as it was at first, none of the
 * product's globals, and modules that are evaluated anew. Only packages stay loaded.
 */
function beginAnew(): void {
  const first: unknown = Reflect.get(globalThis, key)
  if (first === undefined) Reflect.set(globalThis, key, { ...process.env })
  else {
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, first)
  }
  for (const name of Object.keys(globalThis)) if (name.startsWith('sealwatch')) Reflect.deleteProperty(globalThis, name)
  vi.resetModules()
}

beginAnew()
