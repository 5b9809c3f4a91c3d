import * as z from 'zod/mini'

/** What the browser is told about the deployment. Nothing here is secret. */
export const browserConfigSchema = z.object({
  cloud: z.enum(['public', 'usgovernment', 'china']),
  /** Origin of Entra, for example `https://login.microsoftonline.com`; the authority is this plus `/` and a tenant id. */
  authorityHost: z.string(),
  /** JSON for MSAL's `authorityMetadata`; null where MSAL discovers it. `{tenantid}` is filled in by MSAL. */
  authorityMetadata: z.nullable(z.string()),
  spaClientId: z.string(),
  /** Tenant in which people sign in unless the page says otherwise. */
  tenantId: z.string(),
  /** Scope of the product's own API. */
  apiScope: z.string(),
  /** Origin of the Azure portal, for links. */
  portalHost: z.string(),
  /** Hours that a link without sign-in can be open for at most; null where nobody may make one. */
  snapshotHours: z.nullable(z.number()),
  /** Minutes without a sign of anybody after which the page signs out; null for never. */
  idleMinutes: z.nullable(z.number()),
})
export type BrowserConfig = z.infer<typeof browserConfigSchema>
