import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AccessToken } from '@/lib/auth/access-token'
import { isOf, personKey, tokenKey } from '@/lib/auth/caller'
import { checkClaims } from '@/lib/auth/claims'
import { cloudNames } from '@/lib/config/clouds'
import { machineText } from '@/lib/store/machines'
import { memoryKey } from '@/lib/store/watches/memories'
import { isLoadOf, loadKey, loadName } from './load-key'

/** Texts that could be mistaken for two parts: every separator and escape that a key is joined with. */
const part = fc.oneof(
  fc.string({ unit: fc.constantFrom('|', '%', '%7C', '%25', '\n', '\\', '"', ',', '[', ']', '/', 'a', '') }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.uuid(),
)
const person = fc.record({ cloud: fc.constantFrom(...cloudNames), tenantId: part, objectId: part })
const signedIn = fc.record({ person, token: fc.string({ maxLength: 3 }) })

/** Asserts that two values have the same key exactly where they are equal. Pairs that share parts come up often. */
function expectInjective<Value>(values: fc.Arbitrary<Value>, keyOf: (value: Value) => string): void {
  fc.assert(
    fc.property(values, values, fc.boolean(), (left, other, same) => {
      const right = same ? structuredClone(left) : other
      expect(keyOf(left) === keyOf(right)).toBe(JSON.stringify(left) === JSON.stringify(right))
    }),
    { numRuns: 2000 },
  )
}

/** The same text split at two places: how joined parts could be mistaken for others. */
function expectNoShift(keyOf: (left: string, right: string) => string, separators: readonly string[]): void {
  const cut = fc.tuple(part, part, part, fc.constantFrom(...separators))
  fc.assert(
    fc.property(cut, ([first, second, third, separator]) => {
      const left = keyOf(`${first}${separator}${second}`, third)
      expect(left).not.toBe(keyOf(first, `${second}${separator}${third}`))
    }),
    { numRuns: 1000 },
  )
}

const separators = ['|', '%7C', '\n', '/', '","', '","x","']
const inPublic = (tenantId: string, objectId: string) => ({ cloud: 'public', tenantId, objectId }) as const

describe('what is stored for one user', () => {
  it('has a key that no other user has, for any ids', () => {
    expectInjective(person, personKey)
    expectNoShift((tenantId, objectId) => personKey(inPublic(tenantId, objectId)), separators)
  })

  it('has a key with cloud, tenant and user as Entra writes them', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (tenantId, objectId) => {
        expect(personKey(inPublic(tenantId, objectId))).toBe(`public|${tenantId}|${objectId}`)
      }),
    )
  })

  it('is removed with its user, and with no other user', () => {
    fc.assert(
      fc.property(person, person, fc.boolean(), part, (left, other, same, id) => {
        const right = same ? structuredClone(left) : other
        const isSame = JSON.stringify(left) === JSON.stringify(right)
        const accessToken = new AccessToken(id)
        expect(isOf(tokenKey({ ...left, accessToken }), personKey(right))).toBe(isSame)
        expect(isLoadOf(loadKey(left, id, null), personKey(right))).toBe(isSame)
      }),
      { numRuns: 2000 },
    )
  })

  it('is bound to the exact token where it is a token', () => {
    const keyOf = ({ person: who, token }: { person: Parameters<typeof personKey>[0]; token: string }) =>
      tokenKey({ ...who, accessToken: new AccessToken(token) })
    expectInjective(signedIn, keyOf)
  })

  it('is not reached by a load name that another user chose', () => {
    const load = fc.tuple(person, part, fc.option(fc.array(part, { maxLength: 3 })))
    expectInjective(load, ([who, id, subscriptions]) => loadKey(who, id, subscriptions))
    fc.assert(
      fc.property(load, person, part, ([who, id, subscriptions], other, otherId) => {
        const isOwn = JSON.stringify([who, id]) === JSON.stringify([other, otherId])
        expect(loadKey(who, id, subscriptions).startsWith(loadName(other, otherId))).toBe(isOwn)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the ids of a user', () => {
  it('are GUIDs, or the request is refused', () => {
    const claims = { tid: crypto.randomUUID(), exp: 1, ver: '2.0', azp: 'spa', scp: 'access_as_user' }
    const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
    fc.assert(
      fc.property(part, fc.uuid(), (text, id) => {
        for (const oid of [text, id, `${id}|${text}`, `${text}${id}`, id.toUpperCase()]) {
          const checked = checkClaims({ ...claims, oid }, ['spa'])
          if (checked.ok) expect(checked.value.oid).toMatch(guid)
          else expect(oid).not.toMatch(guid)
        }
      }),
    )
  })
})

describe('what is stored for a machine', () => {
  it('has a separate key', () => {
    const machine = fc.record({ cloud: part, tenantId: part, vmKey: part, vmUid: part })
    expectInjective(machine, machineText)
    expectNoShift((vmKey, vmUid) => machineText({ cloud: 'public', tenantId: 't', vmKey, vmUid }), separators)
  })

  it('has a separate key for each watch', () => {
    expectInjective(fc.tuple(fc.uuid(), part), ([watch, vm]) => memoryKey(watch, vm))
  })
})
