import { afterEach, describe, expect, it, vi } from 'vitest'
import { checkAtStart } from './check-at-start'
import { ConfigurationError } from './problems'
import { checkTlsIsOn } from './tls-check'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('the check of certificates', () => {
  it.each([{}, { NODE_TLS_REJECT_UNAUTHORIZED: '1' }, { NODE_TLS_REJECT_UNAUTHORIZED: '' }])('is on with %j', (raw) => {
    expect(() => checkTlsIsOn(raw)).not.toThrow()
  })

  it('cannot be switched off: the message names the variable and a safe alternative', () => {
    const off = () => checkTlsIsOn({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })
    expect(off).toThrow(ConfigurationError)
    expect(off).toThrow(/NODE_TLS_REJECT_UNAUTHORIZED: must not be 0.*NODE_EXTRA_CA_CERTS/)
  })

  it('runs before the server accepts a request', () => {
    const said: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    const ended = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    checkAtStart()
    expect(ended).toHaveBeenCalledWith(2)
    expect(said.join('')).toContain('NODE_TLS_REJECT_UNAUTHORIZED')
  })
})
