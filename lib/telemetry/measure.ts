import 'server-only'
import type { Named } from './instruments'

/** What a measurement is of: codes and counts, never an id that was not hashed. */
export type Attributes = Readonly<Record<string, string | number | boolean>>

/** The parts of OpenTelemetry that the rooms use. Absent unless the operator wants telemetry. */
export interface Telemetry {
  readonly add: (name: Named<'count'>, count: number, attributes: Attributes) => void
  readonly record: (name: Named<'time'>, seconds: number, attributes: Attributes) => void
  readonly level: (name: Named<'level'>, value: number, attributes: Attributes) => void
  /** Begins a span below the one of this request, if there is one. */
  readonly begin: (name: string, attributes: Attributes) => OpenSpan
  /** Sends what waits, and ends. */
  readonly end: () => Promise<void>
}

export interface OpenSpan {
  /** The span as the library has it, for those that begin below it. */
  readonly handle: unknown
  readonly end: (attributes: Attributes, failed: boolean) => void
}

declare global {
  // Next bundles each route by itself; all of them measure with the same.
  var sealwatchTelemetry: Telemetry | undefined
}

/** Whether anybody wants to know: for what costs something to find out. */
export function isMeasured(): boolean {
  return globalThis.sealwatchTelemetry !== undefined
}

/** Counts something. */
export function count(name: Named<'count'>, by: number, attributes: Attributes = {}): void {
  globalThis.sealwatchTelemetry?.add(name, by, attributes)
}

/** Notes how long something took. */
export function timed(name: Named<'time'>, milliseconds: number, attributes: Attributes = {}): void {
  globalThis.sealwatchTelemetry?.record(name, milliseconds / 1000, attributes)
}

/** Notes how much there is now. */
export function level(name: Named<'level'>, value: number, attributes: Attributes = {}): void {
  globalThis.sealwatchTelemetry?.level(name, value, attributes)
}

/** Begins a span; undefined where nothing is traced. */
export function beginSpan(name: string, attributes: Attributes = {}): OpenSpan | undefined {
  return globalThis.sealwatchTelemetry?.begin(name, attributes)
}
