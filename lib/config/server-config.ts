import 'server-only'
import type { CloudName } from './clouds'

/** The API's credential at Entra. Files are read again for each exchange, so they can be rotated. */
export type ApiCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly path: string }
  | { readonly kind: 'federated-token'; readonly path: string }
  /** The machine's managed identity, which the API's registration trusts as a federated credential. */
  | { readonly kind: 'managed-identity'; readonly clientId: string; readonly audience: string }
  /** A program for one person has no registration: its tokens come from the tool that the person is signed in to. */
  | { readonly kind: 'none' }

/** Blob storage hosts: those of the cloud by the suffixes of their names, or one origin alone. */
export type StorageHosts =
  | { readonly kind: 'suffixes'; readonly suffixes: readonly string[] }
  | { readonly kind: 'origin'; readonly origin: string }

/** The operator's settings, parsed. Contains the client secret: never log it, never send it to the browser. */
export interface ServerConfig {
  readonly cloud: CloudName
  /** Origin of Entra, for example `https://login.microsoftonline.com`. */
  readonly authorityHost: string
  /** Origin of ARM; a `nextLink` to any other origin is refused. */
  readonly armEndpoint: string
  readonly armScope: string
  /** The only hosts from which boot diagnostics are fetched. */
  readonly storage: StorageHosts
  readonly portalHost: string
  readonly spaClientId: string
  readonly apiClientId: string
  /** Client ids of other applications that may call the API for a user, such as azure-cli; lower case. */
  readonly apiClients: readonly string[]
  /** Client ids of applications that may read the API as themselves, with the collector's rights; lower case. */
  readonly apiApplications: readonly string[]
  /** Scope that the browser requests, for example `api://…/access_as_user`. */
  readonly apiScope: string
  readonly credential: ApiCredential
  /** Tenant in which users sign in unless the page names another. */
  readonly tenantId: string
  readonly allowedTenants: '*' | readonly string[]
  readonly browserAuthorityMetadata: string | null
  /** Origins of the sign-in pages, for the content security policy. */
  readonly signInOrigins: readonly string[]
  /**
   * This process's part of the limits that Azure counts for all callers of a subscription together: the parts of all
   * processes must not add up to more than 1. Limits per user are not divided.
   */
  readonly azureShare: number
  /** Requests to the API that one user may make per minute; each process counts separately. */
  readonly requestsPerMinute: number
  /** Minutes without user activity after which a page signs out; null for never. */
  readonly idleMinutes: number | null
  /** Whether this is the demo with a fake Azure: its pages have a banner that says so and leads through them. */
  readonly demo: boolean
  /** Requests without a valid token from one address per minute; each process counts separately. */
  readonly unauthenticatedPerMinute: number
}
