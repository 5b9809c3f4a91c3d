import type { z } from 'zod'
import type { Earlier } from './lag'
import type { ApplicationBody, federatedBody, grantBody } from './shapes'

export interface Password {
  readonly keyId: string
  readonly displayName: string | null
  readonly startDateTime: string
  readonly endDateTime: string
  /** First three letters, as the portal shows them. */
  readonly hint: string
  readonly secretText: string
}

/** An application registration, as Microsoft Graph shows it, and the secrets that Graph never shows again. */
export interface Registration extends ApplicationBody {
  readonly id: string
  readonly appId: string
  readonly passwords: Password[]
  readonly federated: (z.output<typeof federatedBody> & { readonly id: string })[]
}

/** The service principal of an application; first-party ones have no registration here. */
export interface Principal {
  readonly id: string
  readonly appId: string
  readonly displayName: string
  readonly oauth2PermissionScopes: readonly {
    readonly id: string
    readonly value: string
    readonly isEnabled: boolean
  }[]
}

export type Grant = z.output<typeof grantBody> & { readonly id: string }

/** The applications of a tenant. Tests and Microsoft Graph's routes change it; sign-in and tokens read it. */
export interface Directory {
  readonly registrations: Map<string, Registration>
  readonly principals: Map<string, Principal>
  readonly grants: Map<string, Grant>
  /** Older versions that replicas still show, and the delay in milliseconds of the world's clock. Only Microsoft Graph uses them. */
  readonly late: {
    milliseconds: number
    readonly registrations: Earlier<Registration>
    readonly principals: Earlier<Principal>
    readonly grants: Earlier<Grant>
  }
}

/** Application ids of Microsoft's own resources, the same in every tenant. */
export const microsoftGraphAppId = '00000003-0000-0000-c000-000000000000'
export const serviceManagementAppId = '797f4846-ba00-4fd7-ba43-dac1f8f63013'

export function registrationOf(directory: Directory, clientId: string): Registration | undefined {
  return [...directory.registrations.values()].find(({ appId }) => appId === clientId.toLowerCase())
}

export function principalOf(directory: Directory, appId: string): Principal | undefined {
  return [...directory.principals.values()].find((principal) => principal.appId === appId.toLowerCase())
}

/** Scopes of a registration, or of a first-party resource. */
export function scopesOf(directory: Directory, appId: string): Principal['oauth2PermissionScopes'] {
  const own = registrationOf(directory, appId)?.api.oauth2PermissionScopes
  return own ?? principalOf(directory, appId)?.oauth2PermissionScopes ?? []
}
