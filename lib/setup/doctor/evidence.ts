import type { SignInHosts } from '@/lib/shared/sign-in-hosts'
import type { RegistrationFault } from '../registrations/faults'

/** How a connection failed. */
export type ConnectionFailure = 'unresolved' | 'refused' | 'silent' | 'not-tls' | 'proxy-refused' | 'broken'

/** The result of one request. Redirects are not followed. */
export type Answer =
  | {
      readonly kind: 'answer'
      readonly status: number
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      readonly text: string
      /** Our clock at its arrival, epoch milliseconds. */
      readonly at: number
    }
  | { readonly kind: 'failed'; readonly why: ConnectionFailure }

export interface CertificateSeen {
  /** Why it is not trusted, as OpenSSL names it; null for a trusted one. */
  readonly problem: string | null
  /** Epoch milliseconds. */
  readonly validTo: number
  readonly validFrom: number
  readonly names: readonly string[]
}

export interface CloudSeen extends SignInHosts {
  readonly name: string
  readonly armEndpoint: string
}

/** The result of a token request with the API's own credential. */
export type CredentialTry =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly number: number }
  | { readonly kind: 'unusable' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unreachable' }

export interface EnvironmentSeen {
  /** Variables with which the server would refuse to start. */
  readonly wrong: readonly string[]
  /** The file's values, where they are usable. */
  readonly settings: Readonly<Record<ComparedSetting, string>> | null
  readonly credential: CredentialTry | null
}

/** azure-cli is signed in to another tenant than the deployment's: its directory shows nothing about this one. */
export interface OtherTenant {
  readonly signedIn: string
  readonly wanted: string
}

export const comparedSettings = ['authorityHost', 'armEndpoint', 'tenantId', 'spaClientId', 'apiScope'] as const
export type ComparedSetting = (typeof comparedSettings)[number]

/** Everything that is visible from outside, gathered before anything is judged. */
export interface Evidence {
  readonly address: {
    readonly origin: string
    readonly host: string
    readonly secure: boolean
    readonly here: boolean
    /** Asked through the proxy of HTTPS_PROXY. */
    readonly proxied: boolean
  }
  /** Our clock at the start, epoch milliseconds. */
  readonly now: number
  /** The first connection; null where it failed. */
  readonly failure: ConnectionFailure | null
  readonly certificate: CertificateSeen | null
  readonly oldTls: 'accepted' | 'refused' | 'unknown'
  /** The same host without TLS; null where its address is unknown. */
  readonly http: Answer | null
  readonly home: Answer
  readonly bridge: Answer
  readonly healthz: Answer
  readonly readyz: Answer
  readonly deployment: Answer
  /** Of the request: the number of our own addresses in its `X-Forwarded-For`. */
  readonly forwardedSent: number
  readonly clouds: readonly CloudSeen[]
  /** Names of other clouds that know the tenant. */
  readonly tenantIn: readonly string[]
  readonly entra: { readonly configuration: Answer; readonly authorize: Answer; readonly token: Answer } | null
  readonly arm: Answer | null
  readonly redirectUri: string
  readonly environment: EnvironmentSeen | null
  /**
   * What the registrations themselves show; null where they were not requested, 'unreadable' where they could not be
   * read.
   */
  readonly registrations: readonly RegistrationFault[] | OtherTenant | 'unreadable' | null
}
