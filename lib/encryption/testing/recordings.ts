import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const shared = process.env.SEALWATCH_SHARED ?? resolve(import.meta.dirname, '../../../../shared')
const folder = resolve(shared, 'recordings')

/** Whether the recorded ARM answers are present. The project contains no copy of them. */
export const recordingsPresent = existsSync(resolve(folder, 'TRUTH.json'))

/** Warns that a suite did not run, so that a green run does not seem to include it. */
export function noteMissingRecordings(suite: string): void {
  if (!recordingsPresent) console.warn(`NOT RUN: ${suite} (no recordings at ${folder}; set SEALWATCH_SHARED)`)
}

/** Reads a JSON file of the recordings folder. */
export function recording<T>(path: string): T {
  return JSON.parse(readFileSync(resolve(folder, path), 'utf8')) as T
}

/** The `states` of an answer file; empty where the recordings are missing. */
export function recordedStates<T>(path: string): readonly T[] {
  return recordingsPresent ? recording<{ states: readonly T[] }>(path).states : []
}

/** The body of one recorded interaction. */
export function recordedBody(file: string, interaction: number): unknown {
  return recording<{ interactions: readonly { body: unknown }[] }>(file).interactions[interaction]?.body
}
