import 'server-only'
import type { Named } from './instruments'

/** The attributes of a measurement: codes and counts, never an id that was not hashed. */
export type Attributes = Readonly<Record<string, string | number | boolean>>

/** A current value, with its attributes. */
export interface Point {
  readonly value: number
  readonly attributes: Attributes
}

/** The parts of OpenTelemetry that the modules use. Absent unless the operator enables telemetry. */
export interface Telemetry {
  readonly add: (name: Named<'count'>, count: number, attributes: Attributes) => void
  readonly record: (name: Named<'time'>, seconds: number, attributes: Attributes) => void
  readonly levels: (name: Named<'level'>, points: readonly Point[]) => void
  /** Starts a span as a child of the request's span, if there is one. */
  readonly begin: (name: string, attributes: Attributes) => OpenSpan
  /** Sends what is buffered, and ends. */
  readonly end: () => Promise<void>
}

export interface OpenSpan {
  /** The span object of the library, as the parent of other spans. */
  readonly handle: unknown
  readonly end: (attributes: Attributes, failed: boolean) => void
}

declare global {
  // Next.js bundles each route separately; all of them use this one.
  var sealwatchTelemetry: Telemetry | undefined
}

/** Whether telemetry is enabled: check this before computing a value that is costly. */
export function isMeasured(): boolean {
  return globalThis.sealwatchTelemetry !== undefined
}

/** Adds to a counter. */
export function count(name: Named<'count'>, by: number, attributes: Attributes = {}): void {
  globalThis.sealwatchTelemetry?.add(name, by, attributes)
}

/** Records a duration. */
export function timed(name: Named<'time'>, milliseconds: number, attributes: Attributes = {}): void {
  globalThis.sealwatchTelemetry?.record(name, milliseconds / 1000, attributes)
}

/** Records a current value that has no attributes. */
export function level(name: Named<'level'>, value: number): void {
  levels(name, [{ value, attributes: {} }])
}

/** Records all current values of a metric. Without values it is not exported: nothing is known any more. */
export function levels(name: Named<'level'>, points: readonly Point[]): void {
  globalThis.sealwatchTelemetry?.levels(name, points)
}

/** Starts a span; undefined where tracing is off. */
export function beginSpan(name: string, attributes: Attributes = {}): OpenSpan | undefined {
  return globalThis.sealwatchTelemetry?.begin(name, attributes)
}
