import type { SignInHosts } from '@/lib/shared/sign-in-hosts'
import type { RegistrationFault } from '../registrations/faults'

/** How a connection failed. */
export type ConnectionFailure = 'unresolved' | 'refused' | 'silent' | 'not-tls' | 'broken'

/** What came of one request. Redirects are not followed. */
export type Answer =
  | {
      readonly kind: 'answer'
      readonly status: number
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      readonly text: string
      /** Our clock when it came, epoch milliseconds. */
      readonly at: number
    }
  | { readonly kind: 'failed'; readonly why: ConnectionFailure }

export interface CertificateSeen {
  /** Why it is not to be trusted, as OpenSSL names it; null where it is. */
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

/** What came of asking for a token with the API's own proof. */
export type CredentialTry =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly number: number }
  | { readonly kind: 'unusable' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unreachable' }

export interface EnvironmentSeen {
  /** Variables that the server would refuse to start with. */
  readonly wrong: readonly string[]
  /** What the file says, where it can be used. */
  readonly settings: Readonly<Record<ComparedSetting, string>> | null
  readonly credential: CredentialTry | null
}

export const comparedSettings = ['authorityHost', 'armEndpoint', 'tenantId', 'spaClientId', 'apiScope'] as const
export type ComparedSetting = (typeof comparedSettings)[number]

/** Everything that was seen from outside, gathered before anything is judged. */
export interface Evidence {
  readonly address: { readonly origin: string; readonly host: string; readonly secure: boolean; readonly here: boolean }
  /** Our clock at the start, epoch milliseconds. */
  readonly now: number
  /** The first connection; null where it failed. */
  readonly failure: ConnectionFailure | null
  readonly certificate: CertificateSeen | null
  readonly oldTls: 'accepted' | 'refused' | 'unknown'
  /** The same host without TLS; null where nobody can say where that would be. */
  readonly http: Answer | null
  readonly home: Answer
  readonly bridge: Answer
  readonly healthz: Answer
  readonly readyz: Answer
  readonly deployment: Answer
  /** Sent along: how many addresses of our own stood in the request's `X-Forwarded-For`. */
  readonly forwardedSent: number
  readonly clouds: readonly CloudSeen[]
  /** Names of other clouds that know the tenant. */
  readonly tenantIn: readonly string[]
  readonly entra: { readonly configuration: Answer; readonly authorize: Answer; readonly token: Answer } | null
  readonly arm: Answer | null
  readonly redirectUri: string
  readonly environment: EnvironmentSeen | null
  /** What the registrations themselves show; null where nobody asked, 'unreadable' where they could not be had. */
  readonly registrations: readonly RegistrationFault[] | 'unreadable' | null
}
