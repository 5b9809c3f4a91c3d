import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, plainHeaders, securityHeaders, type PolicyInput } from './security-headers'

const page: PolicyInput = {
  nonce: 'bm9uY2U=',
  signInOrigins: ['https://login.test', 'https://other.test'],
  isRedirectBridge: false,
  isDevelopment: false,
}

describe('security headers', () => {
  it('allow nothing that is not named', () => {
    const policy = contentSecurityPolicy(page)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'")
    expect(policy).toContain("connect-src 'self' https://login.test https://other.test")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|\*|data:|http:/)
  })

  it('let the product’s own page frame the sign-in bridge, and that alone', () => {
    const bridge = securityHeaders({ ...page, isRedirectBridge: true })
    expect(bridge['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(bridge['x-frame-options']).toBe('SAMEORIGIN')
    expect(securityHeaders(page)).toMatchObject({
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })

  it('name the endpoint for violation reports', () => {
    expect(contentSecurityPolicy(page)).toContain('report-to policy; report-uri /policy-reports')
    expect(securityHeaders(page)['reporting-endpoints']).toBe('policy="/policy-reports"')
  })

  it('have a plain form that allows nothing at all', () => {
    expect(plainHeaders['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(Object.keys(securityHeaders(page))).toEqual(expect.arrayContaining(Object.keys(plainHeaders)))
  })

  it('relax scripts and styles for the development server only', () => {
    expect(contentSecurityPolicy({ ...page, isDevelopment: true })).toMatch(/unsafe-eval.*unsafe-inline/)
  })
})
