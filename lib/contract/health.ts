import * as z from 'zod/mini'
import { historyFailures } from './history-failures'

/** What the server depends on. */
export const healthChecks = ['process', 'configuration', 'history', 'directory'] as const

/** `degraded`: the server answers, and its pages say what is missing. `failed`: it cannot answer any request. */
export const healthStandings = ['ok', 'degraded', 'failed'] as const

/** Why a check is not ok. A code: it contains nothing of the configuration or of a database's error. */
export const healthReasons = [...historyFailures, 'stopping', 'configuration-invalid', 'entra-down'] as const

/** Answer of `GET /healthz`. */
export const aliveSchema = z.object({ alive: z.literal(true) })
export type Alive = z.infer<typeof aliveSchema>

export const healthLineSchema = z.object({
  check: z.enum(healthChecks),
  standing: z.enum(healthStandings),
  reason: z.nullable(z.enum(healthReasons)),
})
export type HealthLine = z.infer<typeof healthLineSchema>

/** Answer of `GET /readyz`; its status is 200 where `ready`, and 503 otherwise. */
export const readySchema = z.object({ ready: z.boolean(), checks: z.array(healthLineSchema) })
export type Ready = z.infer<typeof readySchema>
