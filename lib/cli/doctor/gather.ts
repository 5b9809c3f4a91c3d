import type { SecureContext } from 'node:tls'
import { cloudHosts, cloudNames } from '@/lib/config/clouds'
import { proxyFor } from '@/lib/config/outgoing-proxy'
import { isLoopback } from '@/lib/config/fields'
import type { Deployment } from '@/lib/contract/deployment'
import type { Answer, CloudSeen, Evidence } from '@/lib/setup/doctor/evidence'
import { deploymentOf, jsonOf, originOf, textField } from '@/lib/setup/doctor/reading'
import { isSameDirectory } from '@/lib/shared/sign-in-hosts'
import { ask, type Question } from './probe'
import { inspect, tryOldTls, type Place } from './tls'

export interface GatherOptions {
  readonly address: URL
  /** The address without TLS; null for port 80 of the same host. */
  readonly httpAddress: string | null
  readonly timeoutMs: number
  /** Certificates to trust instead of the machine's own; undefined for the machine's own. */
  readonly trust?: SecureContext | undefined
  /** Clouds to which a tenant may belong; tests give others. */
  readonly clouds?: readonly CloudSeen[]
}

const knownClouds: readonly CloudSeen[] = cloudNames.map((name) => ({ name, ...cloudHosts[name] }))

/** Addresses that RFC 5737 reserves for examples: they are distinguishable from what a proxy adds. */
const forwarded = '192.0.2.1, 192.0.2.2'

const unreached: Answer = { kind: 'failed', why: 'broken' }

function placeOf(address: URL): Place {
  const fallback = address.protocol === 'https:' ? 443 : 80
  return { hostname: address.hostname, port: address.port === '' ? fallback : Number(address.port) }
}

async function connection({ address, timeoutMs, trust }: GatherOptions) {
  if (address.protocol !== 'https:') return { failure: null, certificate: null, oldTls: 'unknown' as const }
  const place = placeOf(address)
  const [seen, oldTls] = await Promise.all([inspect(place, timeoutMs, trust), tryOldTls(place, timeoutMs)])
  return { ...seen, oldTls }
}

/** The http address of the same host; null where the address has a non-default port and no option names it. */
function plainAddress({ address, httpAddress }: GatherOptions): string | null {
  if (httpAddress !== null) return httpAddress
  return address.protocol === 'https:' && address.port === '' ? `http://${address.hostname}/` : null
}

/**
 * A sign-in request that shows no prompt: Entra reports at once an error of the client, the address or the scope
 * (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code).
 */
function signInAddress(endpoint: string, own: Deployment, redirectUri: string): string {
  const query = new URLSearchParams({
    client_id: own.spaClientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'query',
    scope: `openid profile offline_access ${own.apiScope}`,
    prompt: 'none',
    state: 'doctor',
    nonce: 'doctor',
    // Of the example verifier of RFC 7636: its code is never redeemed.
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })
  return `${endpoint}?${query.toString()}`
}

async function entraOf(own: Deployment, redirectUri: string, question: Question): Promise<Evidence['entra']> {
  const authority = `${own.authorityHost}/${own.tenantId}`
  const configuration = await ask(`${authority}/v2.0/.well-known/openid-configuration`, question)
  if (configuration.kind === 'failed') return { configuration, authorize: unreached, token: unreached }
  const body = jsonOf(configuration)
  const pages = textField(body, 'authorization_endpoint') ?? `${authority}/oauth2/v2.0/authorize`
  const tokens = textField(body, 'token_endpoint') ?? `${authority}/oauth2/v2.0/token`
  const form = {
    grant_type: 'authorization_code',
    client_id: own.spaClientId,
    redirect_uri: redirectUri,
    code: 'doctor',
    code_verifier: 'doctor',
  }
  const origin = originOf(redirectUri) ?? ''
  const [authorize, token] = await Promise.all([
    ask(signInAddress(pages, own, redirectUri), question),
    ask(tokens, { ...question, form, headers: { origin } }),
  ])
  return { configuration, authorize, token }
}

/** Clouds other than the deployment's that know the tenant; queried only where its own does not. */
async function otherClouds(
  own: Deployment,
  entra: Evidence['entra'],
  clouds: readonly CloudSeen[],
  question: Question,
) {
  if (entra?.configuration.kind !== 'answer' || entra.configuration.status === 200) return []
  const others = clouds.filter((cloud) => !isSameDirectory(cloud, own.authorityHost))
  const asked = others.map(async ({ name, authorityHost }) => {
    const answer = await ask(`${authorityHost}/${own.tenantId}/v2.0/.well-known/openid-configuration`, question)
    return answer.kind === 'answer' && answer.status === 200 ? [name] : []
  })
  return (await Promise.all(asked)).flat()
}

/** Gathers everything that is visible from outside; judges nothing, never throws. */
export async function gather(options: GatherOptions): Promise<Evidence> {
  const { address, timeoutMs, trust } = options
  const now = Date.now()
  const { failure, certificate, oldTls } = await connection(options)
  const question: Question = { timeoutMs, trust, trusting: certificate === null || certificate.problem === null }
  const own = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    failure === null ? ask(`${address.origin}${path}`, { ...question, headers }) : Promise.resolve(unreached)
  const plain = plainAddress(options)
  // A machine that needs a proxy for https cannot see by itself whether the host answers without TLS.
  const unseen = options.httpAddress === null && proxyFor(address) !== null
  const [home, bridge, healthz, readyz, deployment, http] = await Promise.all([
    own('/'),
    own('/auth/redirect'),
    own('/healthz'),
    own('/readyz'),
    own('/deployment', { 'x-forwarded-for': forwarded }),
    plain === null ? null : unseen ? unreached : ask(plain, { timeoutMs, trust }),
  ])
  const redirectUri = `${address.origin}/auth/redirect`
  const clouds = options.clouds ?? knownClouds
  const begun = {
    address: {
      origin: address.origin,
      host: address.host,
      secure: address.protocol === 'https:',
      here: isLoopback(address.hostname),
      proxied: proxyFor(address) !== null,
    },
    now,
    failure: failure ?? (home.kind === 'failed' ? home.why : null),
    certificate,
    oldTls,
    http,
    home,
    bridge,
    healthz,
    readyz,
    deployment,
    forwardedSent: 2,
    clouds,
    tenantIn: [],
    entra: null,
    arm: null,
    redirectUri,
    environment: null,
    registrations: null,
  }
  const said = deploymentOf(begun)
  if (said === null) return begun
  const [entra, arm] = await Promise.all([
    entraOf(said, redirectUri, { timeoutMs, trust }),
    ask(`${said.armEndpoint}/metadata/endpoints?api-version=2022-09-01`, { timeoutMs, trust }),
  ])
  return { ...begun, entra, arm, tenantIn: await otherClouds(said, entra, clouds, { timeoutMs, trust }) }
}
