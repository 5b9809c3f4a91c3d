import 'server-only'
import * as z from 'zod'
import { adminEnvironmentSchema } from './admin-config'
import { collectorEnvironmentSchema } from './collector-config'
import { environmentSchema } from './environment'
import { historyEnvironmentSchema } from './history-environment'
import { logEnvironmentSchema } from './log-config'
import { outgoingProxyEnvironmentSchema } from './outgoing-proxy'
import { proxyEnvironmentSchema } from './proxy-config'
import { reportEnvironmentSchema } from './report-config'
import { snapshotEnvironmentSchema } from './snapshot-config'
import { stopEnvironmentSchema } from './stop-config'
import { telemetryEnvironmentSchema } from './telemetry-config'
import { webhookEnvironmentSchema } from './webhook-config'

/** Every variable that a program of Sealwatch reads, with its rule. */
export const variableShapes = {
  ...environmentSchema.shape,
  ...collectorEnvironmentSchema.shape,
  ...historyEnvironmentSchema.shape,
  ...webhookEnvironmentSchema.shape,
  ...snapshotEnvironmentSchema.shape,
  ...reportEnvironmentSchema.shape,
  ...proxyEnvironmentSchema.shape,
  ...outgoingProxyEnvironmentSchema.shape,
  ...logEnvironmentSchema.shape,
  ...telemetryEnvironmentSchema.shape,
  ...stopEnvironmentSchema.shape,
  ...adminEnvironmentSchema.shape,
}
export type VariableName = keyof typeof variableShapes

/** The rule of a variable, apart from its meaning. */
export interface VariableRule {
  readonly required: boolean
  /** The default where the variable is not set; null for no default. */
  readonly fallback: string | null
  /** The only accepted values; null where others are accepted. */
  readonly choices: readonly string[] | null
  /** The least and the most accepted number; null for any other value. */
  readonly limits: readonly [least: number, most: number] | null
}

function choicesOf(shape: unknown): readonly string[] | null {
  if (shape instanceof z.ZodDefault || shape instanceof z.ZodOptional) return choicesOf(shape.unwrap())
  return shape instanceof z.ZodEnum ? shape.options.map(String) : null
}

function limitsOf(shape: unknown): VariableRule['limits'] {
  if (shape instanceof z.ZodDefault || shape instanceof z.ZodOptional) return limitsOf(shape.unwrap())
  if (shape instanceof z.ZodPipe) return limitsOf(shape.out)
  if (!(shape instanceof z.ZodNumber)) return null
  const { minValue, maxValue } = shape
  return minValue === null || maxValue === null ? null : [minValue, maxValue]
}

/** Derives the rule from the schema itself, so that the documentation cannot contradict it. */
export function ruleOf(name: VariableName): VariableRule {
  const shape = variableShapes[name]
  const unset = shape.safeParse(undefined)
  const fallback = unset.success && unset.data !== undefined ? String(unset.data) : null
  return { required: !unset.success, fallback, choices: choicesOf(shape), limits: limitsOf(shape) }
}
