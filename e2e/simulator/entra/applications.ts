import { registrationOf, type Directory, type Registration } from '../directory/model'
import type { Simulator } from '../server/state'
import type { TenantSegment } from './tenant-segment'

/** An application registration, and what kind of client its redirect addresses make it. */
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

/** What the tenant of the path knows of applications; without a tenant in the path, what the first one knows. */
export function directoryAt(simulator: Simulator, segment: TenantSegment): Directory | undefined {
  const tenant = segment.kind === 'tenant' ? segment.tenant : [...simulator.tenants.values()][0]
  return tenant?.directory
}

/** The application with this client id as the directory has it. */
export function applicationIn(directory: Directory | undefined, clientId: string): Application | undefined {
  const registration = directory === undefined ? undefined : registrationOf(directory, clientId)
  if (registration === undefined) return undefined
  const { appId, displayName } = registration
  return { clientId: appId, displayName, kind: kindOf(registration), registration }
}

const isLoopback = (uri: URL): boolean =>
  uri.protocol === 'http:' && (uri.hostname === 'localhost' || uri.hostname === '127.0.0.1')

/**
 * Whether an address is the registered one, letter by letter. On this very machine the port does not count
 * (https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions).
 */
function sameAddress(asked: string, registered: string): boolean {
  if (asked === registered) return true
  if (!URL.canParse(asked) || !URL.canParse(registered)) return false
  const [one, other] = [new URL(asked), new URL(registered)]
  if (!isLoopback(one) || !isLoopback(other)) return false
  return one.hostname === other.hostname && `${one.pathname}${one.search}${one.hash}` === other.pathname
}

/** True for an address the application registered. */
export function redirectAllowed({ registration }: Application, address: string): boolean {
  const { spa, web, publicClient } = registration
  return [spa, web, publicClient].some(({ redirectUris }) => redirectUris.some((each) => sameAddress(address, each)))
}

/** True for an origin on which a registered single-page application may live: this machine, or where one is registered. */
export function browserOriginAllowed(simulator: Simulator, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  if (isLoopback(new URL(origin))) return true
  return [...simulator.tenants.values()].some(({ directory }) =>
    [...directory.registrations.values()].some(({ spa }) =>
      spa.redirectUris.some((each) => URL.canParse(each) && new URL(each).origin === new URL(origin).origin),
    ),
  )
}
