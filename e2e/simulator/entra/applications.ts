import { azureCliClientId, productApi, productSpa } from '../names'

/** An application registration. */
export interface Application {
  readonly clientId: string
  readonly displayName: string
  readonly kind: 'single-page' | 'public' | 'confidential'
  readonly redirects: (uri: URL) => boolean
  readonly secret: string | null
}

const onThisMachine = (uri: URL): boolean =>
  uri.protocol === 'http:' && (uri.hostname === 'localhost' || uri.hostname === '127.0.0.1')
const nowhere = (): boolean => false

const registered: readonly Application[] = [
  {
    clientId: productSpa.clientId,
    displayName: 'Sealwatch',
    kind: 'single-page',
    redirects: (uri) =>
      onThisMachine(uri) && uri.pathname === productSpa.redirectPath && uri.search === '' && uri.hash === '',
    secret: null,
  },
  {
    clientId: productApi.clientId,
    displayName: 'Sealwatch API',
    kind: 'confidential',
    redirects: nowhere,
    secret: productApi.clientSecret,
  },
  {
    clientId: azureCliClientId,
    displayName: 'Microsoft Azure CLI',
    kind: 'public',
    redirects: onThisMachine,
    secret: null,
  },
]

/** The registration with this client id, the same in every simulated tenant. */
export function applicationOf(clientId: string): Application | undefined {
  return registered.find((application) => application.clientId === clientId.toLowerCase())
}

/** True for an address the application registered. */
export function redirectAllowed(application: Application, address: string): boolean {
  return URL.canParse(address) && application.redirects(new URL(address))
}

/** True for an origin on which a registered single-page application may live. */
export function browserOriginAllowed(origin: string): boolean {
  return URL.canParse(origin) && onThisMachine(new URL(origin))
}
