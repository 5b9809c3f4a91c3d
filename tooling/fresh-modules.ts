import { vi } from 'vitest'

/** The environment with which this process started. */
const key = Symbol.for('sealwatch-tests-environment')

/**
 * Runs before each test file that shares its process with others: restores the original environment, removes the
 * product's globals, and evaluates modules again. Only packages stay loaded.
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
