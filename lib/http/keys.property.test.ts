import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AccessToken } from '@/lib/auth/access-token'
import { isOf, personKey, tokenKey } from '@/lib/auth/caller'
import { checkClaims } from '@/lib/auth/claims'
import { cloudNames } from '@/lib/config/clouds'
import { machineText } from '@/lib/store/machines'
import { memoryKey } from '@/lib/store/watches/memories'
import { isLoadOf, loadKey, loadName } from './load-key'

/** Texts that try to be two parts at once: every separator and escape that a key is put together with. */
const part = fc.oneof(
  fc.string({ unit: fc.constantFrom('|', '%', '%7C', '%25', '\n', '\\', '"', ',', '[', ']', '/', 'a', '') }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.uuid(),
)
const person = fc.record({ cloud: fc.constantFrom(...cloudNames), tenantId: part, objectId: part })
const signedIn = fc.record({ person, token: fc.string({ maxLength: 3 }) })

/** That two things have one key exactly where they are one thing. Pairs that share parts come up often. */
function expectInjective<Value>(values: fc.Arbitrary<Value>, keyOf: (value: Value) => string): void {
  fc.assert(
    fc.property(values, values, fc.boolean(), (left, other, same) => {
      const right = same ? structuredClone(left) : other
      expect(keyOf(left) === keyOf(right)).toBe(JSON.stringify(left) === JSON.stringify(right))
    }),
    { numRuns: 2000 },
  )
}

/** The same text cut at two places: the way in which joined parts are mistaken for others. */
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

describe('what is kept for one person', () => {
  it('has a key that is nobody else’s, whatever the ids are', () => {
    expectInjective(person, personKey)
    expectNoShift((tenantId, objectId) => personKey(inPublic(tenantId, objectId)), separators)
  })

  it('has a key that says cloud, tenant and person as Entra writes them', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (tenantId, objectId) => {
        expect(personKey(inPublic(tenantId, objectId))).toBe(`public|${tenantId}|${objectId}`)
      }),
    )
  })

  it('is let go with its person, and with nobody else', () => {
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

  it('is bound to the very token where it is a token', () => {
    const keyOf = ({ person: who, token }: { person: Parameters<typeof personKey>[0]; token: string }) =>
      tokenKey({ ...who, accessToken: new AccessToken(token) })
    expectInjective(signedIn, keyOf)
  })

  it('is reached by no name of a load that somebody else made up', () => {
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

describe('the ids of a person', () => {
  it('are GUIDs or nobody is let in', () => {
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

describe('what is kept for a machine', () => {
  it('has a key of its own', () => {
    const machine = fc.record({ cloud: part, tenantId: part, vmKey: part, vmUid: part })
    expectInjective(machine, machineText)
    expectNoShift((vmKey, vmUid) => machineText({ cloud: 'public', tenantId: 't', vmKey, vmUid }), separators)
  })

  it('has a key of its own for each watch', () => {
    expectInjective(fc.tuple(fc.uuid(), part), ([watch, vm]) => memoryKey(watch, vm))
  })
})
