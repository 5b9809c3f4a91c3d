import { registrationOf, type Directory, type Registration } from '../directory/model'
import type { Simulator } from '../server/state'
import type { TenantSegment } from './tenant-segment'

/** An application registration, and the client type that its redirect URIs define. */
export interface Application {
  readonly clientId: string
  readonly displayName: string
  readonly kind: 'single-page' | 'web' | 'public' | 'confidential'
  readonly registration: Registration
}

function kindOf({ spa, web, publicClient }: Registration): Application['kind'] {
  if (spa.redirectUris.length > 0) return 'single-page'
  if (web.redirectUris.length > 0) return 'web'
  return publicClient.redirectUris.length > 0 ? 'public' : 'confidential'
}

/** The applications of the tenant in the path; without a tenant in the path, those of the first one. */
export function directoryAt(simulator: Simulator, segment: TenantSegment): Directory | undefined {
  const tenant = segment.kind === 'tenant' ? segment.tenant : [...simulator.tenants.values()][0]
  return tenant?.directory
}

/** The application with this client id in the directory. */
export function applicationIn(directory: Directory | undefined, clientId: string): Application | undefined {
  const registration = directory === undefined ? undefined : registrationOf(directory, clientId)
  if (registration === undefined) return undefined
  const { appId, displayName } = registration
  return { clientId: appId, displayName, kind: kindOf(registration), registration }
}

const isLoopback = (uri: URL): boolean =>
  uri.protocol === 'http:' && (uri.hostname === 'localhost' || uri.hostname === '127.0.0.1')

/**
 * Whether an address equals the registered one exactly. On the local machine the port is ignored
 * (https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions).
 */
function sameAddress(asked: string, registered: string): boolean {
  if (asked === registered) return true
  if (!URL.canParse(asked) || !URL.canParse(registered)) return false
  const [one, other] = [new URL(asked), new URL(registered)]
  if (!isLoopback(one) || !isLoopback(other)) return false
  return one.hostname === other.hostname && `${one.pathname}${one.search}${one.hash}` === other.pathname
}

/** True for a registered redirect URI of the application. */
export function redirectAllowed({ registration }: Application, address: string): boolean {
  const { spa, web, publicClient } = registration
  return [spa, web, publicClient].some(({ redirectUris }) => redirectUris.some((each) => sameAddress(address, each)))
}

/** True for an origin of a registered single-page application: the local machine, or a registered one. */
export function browserOriginAllowed(simulator: Simulator, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  if (isLoopback(new URL(origin))) return true
  return [...simulator.tenants.values()].some(({ directory }) =>
    [...directory.registrations.values()].some(({ spa }) =>
      spa.redirectUris.some((each) => URL.canParse(each) && new URL(each).origin === new URL(origin).origin),
    ),
  )
}
