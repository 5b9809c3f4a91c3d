import * as z from 'zod/mini'

/** The deployment's configuration for the browser. It contains no secrets. */
export const browserConfigSchema = z.object({
  cloud: z.enum(['public', 'usgovernment', 'china']),
  /** Origin of Entra, for example `https://login.microsoftonline.com`; the authority is this plus `/` and a tenant id. */
  authorityHost: z.string(),
  /** JSON for MSAL's `authorityMetadata`; null when MSAL discovers it. MSAL replaces `{tenantid}`. */
  authorityMetadata: z.nullable(z.string()),
  spaClientId: z.string(),
  /** Tenant in which users sign in unless the page names another. */
  tenantId: z.string(),
  /** Whether users of other tenants may sign in: only then a link may name a tenant. */
  otherTenants: z.boolean(),
  /** Scope of the product's own API. */
  apiScope: z.string(),
  /** Origin of the Azure portal, for links. */
  portalHost: z.string(),
  /** Longest lifetime in hours of a link without sign-in; null when no user may create one. */
  snapshotHours: z.nullable(z.number()),
  /** Minutes without user input after which the page signs out; null for never. */
  idleMinutes: z.nullable(z.number()),
  /** Whether this is a program for one person on their own machine: it signs no user in. */
  local: z.boolean(),
  /** Whether this is the demo with a fake Azure. */
  demo: z.boolean(),
})
export type BrowserConfig = z.infer<typeof browserConfigSchema>
