import * as z from 'zod/mini'

/**
 * The fields of Microsoft Graph's applications, principals and grants that are read; all others are ignored. Source:
 * https://learn.microsoft.com/graph/api/resources/application
 */
const looseScope = z.looseObject({ id: z.string(), value: z.nullable(z.string()), isEnabled: z.boolean() })
const redirects = z.looseObject({ redirectUris: z.array(z.string()) })
const keyCredential = z.looseObject({ displayName: z.nullish(z.string()), endDateTime: z.nullish(z.string()) })

const passwordCredential = z.looseObject({
  keyId: z.nullish(z.string()),
  displayName: z.nullish(z.string()),
  hint: z.nullish(z.string()),
  endDateTime: z.nullish(z.string()),
})

export const applicationSchema = z.looseObject({
  id: z.string(),
  appId: z.string(),
  displayName: z.string(),
  identifierUris: z.array(z.string()),
  tags: z.nullish(z.array(z.string())),
  api: z.looseObject({
    requestedAccessTokenVersion: z.nullable(z.number()),
    oauth2PermissionScopes: z.array(looseScope),
    preAuthorizedApplications: z.array(
      z.looseObject({ appId: z.string(), delegatedPermissionIds: z.array(z.string()) }),
    ),
    knownClientApplications: z.array(z.string()),
  }),
  spa: redirects,
  web: redirects,
  requiredResourceAccess: z.array(
    z.looseObject({
      resourceAppId: z.string(),
      resourceAccess: z.array(z.looseObject({ id: z.string(), type: z.string() })),
    }),
  ),
  passwordCredentials: z.array(passwordCredential),
  keyCredentials: z.array(keyCredential),
})
export type Application = z.infer<typeof applicationSchema>

export const principalSchema = z.looseObject({
  id: z.string(),
  appId: z.string(),
  oauth2PermissionScopes: z.array(looseScope),
})
export type Principal = z.infer<typeof principalSchema>

export const grantSchema = z.looseObject({
  id: z.string(),
  clientId: z.string(),
  consentType: z.string(),
  resourceId: z.string(),
  scope: z.string(),
})
export type Grant = z.infer<typeof grantSchema>

export const federatedSchema = z.looseObject({
  issuer: z.string(),
  subject: z.string(),
  audiences: z.array(z.string()),
})
export type Federated = z.infer<typeof federatedSchema>

/** A reader of Graph's lists; null where the answer has another form. */
function listReader<T>(item: z.ZodMiniType<T>): (answer: unknown) => T[] | null {
  const schema = z.object({ value: z.array(item) })
  return (answer) => {
    const parsed = schema.safeParse(answer)
    return parsed.success ? parsed.data.value : null
  }
}
export const readApplications = listReader(applicationSchema)
export const readPrincipals = listReader(principalSchema)
export const readGrants = listReader(grantSchema)
export const readFederated = listReader(federatedSchema)

/** Application id of Azure Resource Manager, the same in every cloud: "Windows Azure Service Management API". */
export const serviceManagementAppId = '797f4846-ba00-4fd7-ba43-dac1f8f63013'
export const armScopeName = 'user_impersonation'

export type Part = 'api' | 'page'

const markPrefix = 'sealwatch-setup:'

/**
 * The tag by which setup finds a registration that it created, even after a change of its name: Graph filters by tags
 * (https://learn.microsoft.com/graph/api/resources/application#properties).
 * @param name the deployment's name
 */
export const markOf = (part: Part, name: string): string => `${markPrefix}${part}:${name}`.slice(0, 256)

/** Whether a registration is marked as that of another deployment, or as the other part of this one. */
export function isMarkedOtherwise({ tags }: Application, mark: string): boolean {
  const marks = (tags ?? []).filter((tag) => tag.startsWith(markPrefix))
  return marks.length > 0 && !marks.includes(mark)
}

/** Everything that the directory contains of a deployment. */
export interface Registrations {
  readonly api: Application | null
  readonly page: Application | null
  readonly apiPrincipal: Principal | null
  readonly pagePrincipal: Principal | null
  readonly armPrincipal: Principal | null
  /** Delegated permissions that were granted to the API. */
  readonly grants: readonly Grant[]
  /** Workloads that the API trusts. */
  readonly federated: readonly Federated[]
}
