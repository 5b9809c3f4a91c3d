import * as z from 'zod/mini'
import { historyFailures } from './history-failures'

/** What a server needs, or can do without for a while. */
export const healthChecks = ['process', 'configuration', 'history', 'directory'] as const

/** `degraded`: the server answers, and says on its pages what is missing. `failed`: it cannot answer anybody. */
export const healthStandings = ['ok', 'degraded', 'failed'] as const

/** Why a check is not ok. A code: nothing of the configuration or of a database's words is in it. */
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
