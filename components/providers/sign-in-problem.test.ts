import { describe, expect, it } from 'vitest'
import { needsInteraction, signInErrorDetails, signInProblemOf } from './sign-in-problem'

const error = (errorCode: string, errorMessage = '', claims: string | null = null) => ({
  errorCode,
  errorMessage,
  claims,
})

describe('signInProblemOf', () => {
  it.each([
    ['access_denied', 'AADSTS65004: User declined to consent', 'consent'],
    ['access_denied', 'The user cancelled', 'cancelled'],
    ['invalid_grant', 'AADSTS65001: not consented', 'consent'],
    ['invalid_request', 'AADSTS50020: not in tenant', 'not-in-tenant'],
    ['access_denied', 'AADSTS53003: blocked by Conditional Access', 'blocked'],
    ['invalid_grant', 'AADSTS700082: expired', 'expired'],
    ['login_required', '', 'expired'],
    ['server_error', 'AADSTS90033', 'other'],
    ['', '', 'other'],
  ] as const)('%s %s is %s', (code, message, expected) => {
    expect(signInProblemOf(error(code, message))).toBe(expected)
  })
})

it('redirects to the sign-in page when a hidden frame got no answer', () => {
  expect(needsInteraction(error('timed_out'))).toBe(true)
  expect(needsInteraction(error('interaction_required'))).toBe(true)
  expect(needsInteraction(error('', '', '{}'))).toBe(true)
  expect(needsInteraction(error('no_network_connectivity'))).toBe(false)
})

it('reads only texts from an unknown error', () => {
  expect(signInErrorDetails(null)).toEqual(error(''))
  expect(signInErrorDetails({ errorCode: 7, errorMessage: 'm', claims: '' })).toEqual(error('', 'm'))
  expect(signInErrorDetails(new Error('x'))).toEqual(error(''))
})
