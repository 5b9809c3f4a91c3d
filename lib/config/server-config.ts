import 'server-only'
import type { CloudName } from './clouds'

/** How the API proves to Entra that it is itself. Files are read again for each exchange, so they can be rotated. */
export type ApiCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly path: string }
  | { readonly kind: 'federated-token'; readonly path: string }
  /** The machine's managed identity, which the API's registration trusts as a federated credential. */
  | { readonly kind: 'managed-identity'; readonly clientId: string; readonly audience: string }

/** Hosts that hold blobs: those of the cloud by the endings of their names, or one origin alone. */
export type StorageHosts =
  | { readonly kind: 'suffixes'; readonly suffixes: readonly string[] }
  | { readonly kind: 'origin'; readonly origin: string }

/** Everything the operator decided, parsed. Holds the client secret: never log it, never send it to the browser. */
export interface ServerConfig {
  readonly cloud: CloudName
  /** Origin of Entra, for example `https://login.microsoftonline.com`. */
  readonly authorityHost: string
  /** Origin of ARM; `nextLink` is followed to no other. */
  readonly armEndpoint: string
  readonly armScope: string
  /** The only hosts from which boot diagnostics are fetched. */
  readonly storage: StorageHosts
  readonly portalHost: string
  readonly spaClientId: string
  readonly apiClientId: string
  /** Client ids of other programs that may call the API for a person, such as azure-cli; lower case. */
  readonly apiClients: readonly string[]
  /** Scope the browser asks for, for example `api://…/access_as_user`. */
  readonly apiScope: string
  readonly credential: ApiCredential
  /** Tenant in which people sign in unless the page says otherwise. */
  readonly tenantId: string
  readonly allowedTenants: '*' | readonly string[]
  readonly browserAuthorityMetadata: string | null
  /** Origins of the sign-in pages, for the content security policy. */
  readonly signInOrigins: readonly string[]
  /**
   * Part of the limits that Azure counts for all callers of a subscription together which this process may use: the
   * parts of all processes must not add up to more than 1. Limits of one person are not divided.
   */
  readonly azureShare: number
  /** Requests to the API that one person may make in a minute; each process counts for itself. */
  readonly requestsPerMinute: number
  /** Minutes without a sign of anybody after which a page signs out; null for never. */
  readonly idleMinutes: number | null
  /** Requests without a valid token from one address in a minute; each process counts for itself. */
  readonly strangersPerMinute: number
}
