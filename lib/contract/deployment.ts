import * as z from 'zod/mini'

/**
 * Answer of `GET /deployment`: what the sign-in page tells every visitor anyway, and what the server sees of a request,
 * so that `doctor` can look from outside. Nothing in it is secret.
 */
export const deploymentSchema = z.object({
  product: z.literal('sealwatch'),
  /** The server's clock, epoch milliseconds: a proxy may put a `Date` of its own on answers. */
  now: z.number(),
  cloud: z.enum(['public', 'usgovernment', 'china']),
  authorityHost: z.string(),
  armEndpoint: z.string(),
  tenantId: z.string(),
  spaClientId: z.string(),
  apiScope: z.string(),
  /** How many addresses the request's `X-Forwarded-For` held on arrival, and how many proxies the server believes. */
  forwardedFor: z.number(),
  proxies: z.number(),
})
export type Deployment = z.infer<typeof deploymentSchema>
