import { z } from 'zod'

/** The members of Microsoft Graph's resources that this product's registrations use. Any other member is refused. */
const permissionScope = z.strictObject({
  id: z.guid(),
  value: z.string(),
  type: z.enum(['User', 'Admin']).default('User'),
  isEnabled: z.boolean().default(true),
  adminConsentDisplayName: z.string().default(''),
  adminConsentDescription: z.string().default(''),
  userConsentDisplayName: z.string().nullable().default(null),
  userConsentDescription: z.string().nullable().default(null),
  origin: z.string().optional(),
})

const api = z.strictObject({
  requestedAccessTokenVersion: z
    .union([z.literal(1), z.literal(2)])
    .nullable()
    .default(null),
  oauth2PermissionScopes: z.array(permissionScope).default([]),
  preAuthorizedApplications: z
    .array(z.strictObject({ appId: z.guid(), delegatedPermissionIds: z.array(z.guid()) }))
    .default([]),
  knownClientApplications: z.array(z.guid()).default([]),
  acceptMappedClaims: z.boolean().nullable().optional(),
})

const redirects = z.looseObject({ redirectUris: z.array(z.string()).default([]) })
const claim = z.strictObject({
  name: z.string(),
  essential: z.boolean().default(false),
  source: z.string().nullable().default(null),
  additionalProperties: z.array(z.string()).default([]),
})
const keyCredential = z.looseObject({
  keyId: z.guid().optional(),
  displayName: z.string().nullable().default(null),
  type: z.literal('AsymmetricX509Cert'),
  usage: z.literal('Verify'),
  /** DER of the certificate, base64; null for an existing one that stays. */
  key: z.base64().nullable(),
})

export const applicationBody = z.strictObject({
  displayName: z.string().min(1).max(256),
  signInAudience: z.enum(['AzureADMyOrg', 'AzureADMultipleOrgs']).default('AzureADMyOrg'),
  identifierUris: z.array(z.string()).default([]),
  /** The operator's notes, https://learn.microsoft.com/graph/api/resources/application#properties. */
  tags: z.array(z.string().min(1).max(256)).default([]),
  api: api.default(api.parse({})),
  spa: redirects.default({ redirectUris: [] }),
  web: redirects.default({ redirectUris: [] }),
  publicClient: redirects.default({ redirectUris: [] }),
  requiredResourceAccess: z
    .array(
      z.strictObject({
        resourceAppId: z.guid(),
        resourceAccess: z.array(z.strictObject({ id: z.guid(), type: z.enum(['Scope', 'Role']) })),
      }),
    )
    .default([]),
  optionalClaims: z
    .strictObject({
      accessToken: z.array(claim).default([]),
      idToken: z.array(claim).default([]),
      saml2Token: z.array(claim).default([]),
    })
    .nullable()
    .default(null),
  keyCredentials: z.array(keyCredential).default([]),
})
export type ApplicationBody = z.output<typeof applicationBody>
/** A change: every member is optional. Defaults must not fill in members that were not sent. */
export const applicationChange = z.strictObject({
  displayName: z.string().min(1).max(256).optional(),
  signInAudience: z.enum(['AzureADMyOrg', 'AzureADMultipleOrgs']).optional(),
  identifierUris: z.array(z.string()).optional(),
  tags: z.array(z.string().min(1).max(256)).optional(),
  api: z
    .strictObject({
      requestedAccessTokenVersion: z
        .union([z.literal(1), z.literal(2)])
        .nullable()
        .optional(),
      oauth2PermissionScopes: z.array(permissionScope).optional(),
      preAuthorizedApplications: z
        .array(z.strictObject({ appId: z.guid(), delegatedPermissionIds: z.array(z.guid()) }))
        .optional(),
      knownClientApplications: z.array(z.guid()).optional(),
    })
    .optional(),
  spa: redirects.optional(),
  web: redirects.optional(),
  publicClient: redirects.optional(),
  requiredResourceAccess: applicationBody.shape.requiredResourceAccess.unwrap().optional(),
  optionalClaims: applicationBody.shape.optionalClaims.unwrap().optional(),
  keyCredentials: z.array(keyCredential).optional(),
})
export type ApplicationChange = z.output<typeof applicationChange>

export const passwordBody = z.strictObject({
  passwordCredential: z
    .strictObject({
      displayName: z.string().nullable().default(null),
      startDateTime: z.iso.datetime({ offset: true }).optional(),
      endDateTime: z.iso.datetime({ offset: true }).optional(),
    })
    .default({ displayName: null }),
})

export const passwordRemoval = z.strictObject({ keyId: z.guid() })

export const federatedBody = z.strictObject({
  name: z.string().min(3).max(120),
  issuer: z.url(),
  subject: z.string().min(1).max(600),
  audiences: z.array(z.string()).length(1),
  description: z.string().nullable().default(null),
})

export const principalBody = z.strictObject({ appId: z.guid(), tags: z.array(z.string()).optional() })

export const grantBody = z.strictObject({
  clientId: z.guid(),
  consentType: z.enum(['AllPrincipals', 'Principal']),
  principalId: z.guid().nullable().default(null),
  resourceId: z.guid(),
  scope: z.string(),
})
export const grantChange = z.strictObject({ scope: z.string() })
