import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { GET as getViews, PUT as putViews } from '@/app/api/v1/views/route'
import { DELETE as deleteView, PUT as putView } from '@/app/api/v1/views/[id]/route'
import type { ViewChange } from '@/lib/contract/saved-view-change'
import { savedViewListSchema } from '@/lib/contract/saved-views'
import { closeHistory } from '@/lib/usecases/history/handle'
import type { TenantClient } from '../simulator/control/client'
import { answerOf, callAs } from './note-calls'
import { forgetLimits, startStack, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
let elsewhere: TenantClient
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-views-'))
const [chiara, aiko, ben] = ['Chiara Rossi', 'Aiko Tanaka', 'Ben Ortiz']

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 5 })
  elsewhere = await stack.tenant({ scenario: 'mixed', seed: 5 })
})
afterEach(() => {
  forgetLimits()
  globalThis.sealwatchNoteChanges = undefined
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const listOf = async (person: string, where = tenant) =>
  savedViewListSchema.parse(await (await callAs(getViews, { where, person })).json())
const namesOf = async (person: string, where = tenant) =>
  (await listOf(person, where)).views.map(({ name, mine }) => [name, mine])

const view = (more: Partial<ViewChange> = {}): ViewChange => ({
  version: null,
  name: 'Failed',
  query: 'state=failed',
  shared: false,
  ...more,
})
const save = async (person: string, id: string, body: unknown, where = tenant) =>
  answerOf(await callAs(putView, { where, person, method: 'PUT', params: { id }, body }))
const remove = async (person: string, id: string, version: string, where = tenant) =>
  answerOf(await callAs(deleteView, { where, person, method: 'DELETE', params: { id }, query: `?version=${version}` }))
const choose = async (person: string, defaultView: unknown, where = tenant) =>
  answerOf(await callAs(putViews, { where, person, method: 'PUT', body: { defaultView } }))

async function saved(person: string, more: Partial<ViewChange> = {}) {
  const id = randomUUID()
  const answer = await save(person, id, view(more))
  expect(answer).toMatchObject({ failure: null })
  return { id, version: Array.isArray(answer) ? '' : (answer.version ?? '') }
}

const notFound = [404, 'not-found', null]
const invalid = (parameter: string) => [400, 'request-invalid', parameter]

describe('saved views', () => {
  it('are their author’s alone until they are shared with the tenant, and never leave it', async () => {
    const { id, version } = await saved(chiara, { name: 'Mine', query: 'state=failed&sort=-name&column=name&q=sql' })
    expect(await listOf(chiara)).toMatchObject({
      failure: null,
      views: [{ id, name: 'Mine', query: 'state=failed&q=sql&sort=-name&column=name', mine: true, shared: false }],
      defaultView: null,
    })
    expect(await namesOf(ben)).toEqual([])
    const shared = await save(chiara, id, view({ version, name: 'Ours', shared: true }))
    expect(shared).toMatchObject({ failure: null })
    expect((await listOf(ben)).views).toMatchObject([{ id, name: 'Ours', mine: false, shared: true, author: chiara }])
    expect(await namesOf(chiara, elsewhere)).toEqual([])
    const again = (await listOf(chiara)).views[0]!
    await save(chiara, id, view({ version: again.version }))
    expect(await namesOf(ben)).toEqual([])
    expect(await remove(chiara, id, again.version)).toEqual([409, 'version-conflict', null])
    expect(await remove(chiara, id, (await listOf(chiara)).views[0]!.version)).toMatchObject({ failure: null })
    expect(await namesOf(chiara)).toEqual([])
  })

  it('can only be changed by their author; others cannot even learn of a private one', async () => {
    const hidden = await saved(chiara, { name: 'Private' })
    const open = await saved(chiara, { name: 'Shared', shared: true })
    const attacks = [aiko, ben].flatMap((person) => [hidden, open].map((target) => ({ person, ...target })))
    for (const { person, id, version } of attacks) {
      for (const seen of [null, version, 'forged'])
        expect(await save(person, id, view({ version: seen, name: 'Taken' }))).toEqual(notFound)
      for (const seen of [version, 'forged']) expect(await remove(person, id, seen)).toEqual(notFound)
    }
    expect(await save(chiara, open.id, view({ version: open.version }), elsewhere)).toEqual(notFound)
    expect(await remove(chiara, open.id, open.version, elsewhere)).toEqual(notFound)
    expect(await choose(ben, hidden.id)).toEqual(notFound)
    expect(await choose(chiara, open.id, elsewhere)).toEqual(notFound)
    expect(await namesOf(chiara)).toEqual([
      ['Private', true],
      ['Shared', true],
    ])
    expect(await namesOf(ben)).toEqual([['Shared', false]])
    // The same id in another tenant is another view.
    expect(await save(chiara, hidden.id, view({ name: 'Elsewhere' }), elsewhere)).toMatchObject({ failure: null })
    expect(await namesOf(chiara, elsewhere)).toEqual([['Elsewhere', true]])
  })

  it('can be the default of each user, also a shared one; a deleted view is no default', async () => {
    const { id, version } = await saved(chiara, { name: 'Team', shared: true })
    for (const person of [chiara, ben]) {
      expect(await choose(person, id)).toMatchObject({ failure: null })
      expect((await listOf(person)).defaultView).toBe(id)
    }
    expect((await listOf(aiko)).defaultView).toBeNull()
    const own = await saved(ben)
    await choose(ben, own.id)
    expect((await listOf(ben)).defaultView).toBe(own.id)
    expect((await listOf(chiara)).defaultView).toBe(id)
    await choose(ben, null)
    expect((await listOf(ben)).defaultView).toBeNull()
    await choose(ben, id)
    await remove(chiara, id, version)
    for (const person of [chiara, ben]) expect((await listOf(person)).defaultView).toBeNull()
  })

  it('let one of two simultaneous changes win', async () => {
    const { id, version } = await saved(chiara, { name: 'Both' })
    const outcomes = await Promise.all(['One', 'Two'].map((name) => save(chiara, id, view({ version, name }))))
    expect(outcomes.filter(Array.isArray)).toEqual([[409, 'version-conflict', null]])
  })

  it('refuse invalid, hostile and oversized input, and keep only what a fleet’s URL can say', async () => {
    for (const name of ['a\u202Eb', 'a\u0000b', 'a\nb', '\uD800', ' ', '', 'x'.repeat(61)])
      expect(await save(aiko, randomUUID(), view({ name }))).toEqual(invalid('name'))
    expect(await save(aiko, randomUUID(), view({ query: 'x'.repeat(2001) }))).toEqual(invalid('query'))
    expect(await save(aiko, '../x', view())).toEqual(invalid('id'))
    expect(await save(aiko, randomUUID(), { ...view(), more: 1 })).toEqual(invalid('body'))
    expect(await choose(aiko, 'x')).toEqual(invalid('defaultView'))
    const query = `tenant=evil.example&vm=a/b/c&state=nonsense&evil=1&q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`
    const { id } = await saved(aiko, { name: '<b>=cmd|x</b>', query })
    expect((await listOf(aiko)).views.find((each) => each.id === id)).toMatchObject({
      name: '<b>=cmd|x</b>',
      query: 'q=%3Cimg+src%3Dx+onerror%3Dalert%281%29%3E',
    })
    // Longer than the limit only when it is escaped as in a URL.
    const long = `q=${'暗'.repeat(200)}&tag=${'号'.repeat(30)}`
    expect(await save(aiko, randomUUID(), view({ query: long }))).toEqual(invalid('query'))
  })

  it('are limited for each user', async () => {
    for (let count = (await listOf(aiko)).views.filter(({ mine }) => mine).length; count < 30; count += 1)
      await saved(aiko, { name: `View ${count}` })
    expect(await save(aiko, randomUUID(), view())).toEqual({ failure: null, version: null, at: null })
    expect((await listOf(aiko)).views.filter(({ mine }) => mine)).toHaveLength(30)
  })

  it('leave one row in the audit log for each change, without names or queries', async () => {
    const { id, version } = await saved(ben, { name: 'Secret name', query: 'q=secret-vm' })
    await save(ben, id, view({ version, name: 'Secret name', query: 'q=secret-other', shared: true }))
    await choose(ben, id)
    const store = await globalThis.sealwatchHistory?.opening
    if (store?.ok !== true) throw new Error('no history')
    const rows = await store.value.db.selectFrom('trail').selectAll().where('subject', '=', id).orderBy('id').execute()
    expect(rows.map(({ kind, detail }) => [kind, JSON.parse(detail)])).toEqual([
      ['view-changed', { changed: ['created'] }],
      ['view-changed', { changed: ['query', 'shared'] }],
      ['view-changed', { changed: ['default'] }],
    ])
    expect(rows.every(({ person_id: person, tenant_id: where }) => person !== null && where !== null)).toBe(true)
  })
})
