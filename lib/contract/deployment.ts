import * as z from 'zod/mini'

/**
 * Answer of `GET /deployment`: public configuration that the sign-in page shows to every visitor, and what the server
 * sees of the request, so that `doctor` can check a deployment from outside. It contains no secrets.
 */
export const deploymentSchema = z.object({
  product: z.literal('sealwatch'),
  /** The server's clock, epoch milliseconds: a proxy may replace the `Date` header. */
  now: z.number(),
  cloud: z.enum(['public', 'usgovernment', 'china']),
  authorityHost: z.string(),
  armEndpoint: z.string(),
  tenantId: z.string(),
  spaClientId: z.string(),
  apiScope: z.string(),
  /**
   * Number of addresses in the request's `X-Forwarded-For` on arrival, and how many of them the server takes for
   * written by its own proxies.
   */
  forwardedFor: z.number(),
  proxies: z.number(),
})
export type Deployment = z.infer<typeof deploymentSchema>
