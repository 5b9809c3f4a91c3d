// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  forgetLeaving,
  forgetPeople,
  forgetTokens,
  mayLeaveFor,
  onSignedOutElsewhere,
  rememberIdle,
  rememberSignedIn,
  rememberTenant,
  rememberedTenant,
  wasIdle,
  wasSignedIn,
  wasSignedOut,
} from './tab-memory'

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

describe('mayLeaveFor', () => {
  it('allows the same redirect once in a minute and a half', () => {
    expect(mayLeaveFor('a', 1_000_000)).toBe(true)
    expect(mayLeaveFor('a', 1_050_000)).toBe(false)
    expect(mayLeaveFor('a', 1_095_000)).toBe(true)
  })

  it('allows another redirect, and the same one after an answer', () => {
    mayLeaveFor('a', 1_000_000)
    expect(mayLeaveFor('b', 1_000_001)).toBe(true)
    forgetLeaving()
    expect(mayLeaveFor('b', 1_000_002)).toBe(true)
  })

  it('does not redirect when storage is disabled', () => {
    const refused = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    expect(mayLeaveFor('a', 1)).toBe(false)
    refused.mockRestore()
  })
})

it('stores the tenant of the tab and that a user signed in on the device', () => {
  expect([rememberedTenant(), wasSignedIn()]).toEqual([null, false])
  rememberTenant('t')
  rememberSignedIn()
  expect([rememberedTenant(), wasSignedIn()]).toEqual(['t', true])
  rememberTenant(null)
  forgetPeople()
  expect([rememberedTenant(), wasSignedIn()]).toEqual([null, false])
})

it('removes user data, and keeps appearance and the idle sign-out; after an idle time the user’s work too', () => {
  const notes = {
    'sealwatch.waves.public.t.p': '{}',
    'sealwatch.shift.public.t.p': '{}',
    'sealwatch.steps.public.t.p': '[]',
    'sealwatch.unsaved.public.t.p': '[]',
    'sealwatch.visit.p.t': '{}',
    'sealwatch.notices.p': '7',
    'sealwatch.active': '1',
    'sealwatch.was-signed-in': '1',
    'sealwatch.density': 'compact',
    'sealwatch.shell': 'powershell',
    'of another program': '1',
  }
  for (const [key, value] of Object.entries(notes)) localStorage.setItem(key, value)
  rememberIdle(true)
  expect(wasIdle()).toBe(true)
  forgetPeople(true)
  expect(Object.keys(localStorage).sort()).toEqual([
    'of another program',
    'sealwatch.density',
    'sealwatch.shell',
    'sealwatch.shift.public.t.p',
    'sealwatch.steps.public.t.p',
    'sealwatch.unsaved.public.t.p',
    'sealwatch.was-idle',
    'sealwatch.waves.public.t.p',
  ])
  forgetPeople()
  expect(Object.keys(localStorage).sort()).toEqual([
    'of another program',
    'sealwatch.density',
    'sealwatch.shell',
    'sealwatch.was-idle',
  ])
  rememberIdle(false)
  expect(wasIdle()).toBe(false)
})

it('removes every token from the tab, and nothing else', () => {
  rememberTenant('t')
  for (const key of ['msal.2.account.keys', 'msal.2|person|token']) sessionStorage.setItem(key, 'x')
  forgetTokens()
  expect(Object.keys(sessionStorage)).toEqual(['sealwatch.tenant'])
})

it('detects that no user is signed in any more, and claims nothing without storage', () => {
  rememberSignedIn()
  expect(wasSignedOut()).toBe(false)
  forgetPeople()
  expect(wasSignedOut()).toBe(true)
  const refused = vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('', 'SecurityError')
  })
  expect(wasSignedOut()).toBe(false)
  refused.mockRestore()
})

describe('onSignedOutElsewhere', () => {
  const received = (change: StorageEventInit): number => {
    const listener = vi.fn<() => void>()
    onSignedOutElsewhere(listener)
    window.dispatchEvent(new StorageEvent('storage', change))
    return listener.mock.calls.length
  }

  it('detects a sign-out in another tab, and an emptied storage', () => {
    expect(received({ key: 'sealwatch.was-signed-in', oldValue: '1', newValue: null })).toBe(1)
    expect(received({ key: null })).toBe(1)
  })

  it('does not treat a sign-in or another entry as a sign-out', () => {
    expect(received({ key: 'sealwatch.was-signed-in', newValue: '1' })).toBe(0)
    expect(received({ key: 'another', newValue: null })).toBe(0)
  })
})
