import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseOutgoingProxy, proxyFor } from './outgoing-proxy'

afterEach(() => vi.unstubAllEnvs())

const arm = 'https://management.azure.com/subscriptions'
const proxy = 'http://user:secret@proxy.example:3128'

describe('the proxy for outgoing requests', () => {
  it('is that of HTTPS_PROXY for every https request, and none without it', () => {
    expect(proxyFor(arm)).toBe(null)
    vi.stubEnv('HTTPS_PROXY', proxy)
    expect(proxyFor(arm)).toBe(proxy)
  })

  it.each([
    'http://169.254.169.254/metadata/identity/oauth2/token',
    'http://collector.internal.example:4318/v1/metrics',
    'https://localhost:4443/',
    'https://127.0.0.1/',
    'https://[::1]:8443/',
  ])('is never used for what stays on the machine or has no TLS: %s', (address) => {
    for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY']) vi.stubEnv(name, proxy)
    expect(proxyFor(address)).toBe(null)
  })

  it.each<[string, string, boolean]>([
    ['management.azure.com', arm, false],
    ['.azure.com', arm, false],
    ['*', arm, false],
    ['login.microsoftonline.com, management.azure.com:443', arm, false],
    ['management.azure.com:8443', arm, true],
    ['azure.com', arm, true],
    ['10.0.0.0/8', 'https://10.1.2.3/', false],
    ['10.0.0.0/8', 'https://11.1.2.3/', true],
    ['vault.example, 10.0.0.0/8 fd00::/8', 'https://[fd12::7]:8443/', false],
    ['fd00::/8', 'https://[fe80::7]/', true],
    ['10.1.2.3', 'https://10.1.2.3/', false],
    // A name is not resolved for this.
    ['0.0.0.0/1,128.0.0.0/1', arm, true],
    ['10.0.0.0/33', 'https://10.0.0.0/', true],
  ])('NO_PROXY=%s for %s', (without, address, isProxied) => {
    vi.stubEnv('HTTPS_PROXY', proxy)
    vi.stubEnv('NO_PROXY', without)
    expect(proxyFor(address) !== null).toBe(isProxied)
  })

  it.each(['squid.corp.example:3128', 'socks5://squid.corp.example', 'http://user:secret@', 'secret'])(
    'ends the start for a value that is not the address of a proxy: %s',
    (address) => {
      for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY']) {
        const parsed = parseOutgoingProxy({ [name]: address })
        expect(parsed.ok ? [] : parsed.failure.map(({ variable }) => variable)).toEqual([name])
        expect(JSON.stringify(parsed)).not.toMatch(/squid|secret/)
      }
    },
  )

  it('accepts http and https, and an empty variable as none', () => {
    for (const address of [proxy, 'https://proxy.example', ''])
      expect(parseOutgoingProxy({ HTTPS_PROXY: address }).ok).toBe(true)
  })
})
