import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { GET as getFleet } from '@/app/api/v1/fleet/route'
import { GET as getNotes, PUT as putNotes } from '@/app/api/v1/notes/route'
import { DELETE as deleteWave, PUT as putWave } from '@/app/api/v1/waves/[id]/route'
import { noteListSchema, noteSavedSchema, type NoteChange } from '@/lib/contract/notes'
import { closeHistory } from '@/lib/usecases/history/handle'
import type { TenantClient } from '../simulator/control/client'
import { answerOf, callAs, type Call } from './note-calls'
import { ask, forgetLimits, readFleet, startStack, type Handler, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
let elsewhere: TenantClient
/** ARM ids, lower case, of VMs that Ben can read, and that he cannot; Chiara reads all. */
let shown: readonly string[]
let hidden: readonly string[]
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-notes-'))
const [chiara, aiko, ben, dmitri] = ['Chiara Rossi', 'Aiko Tanaka', 'Ben Ortiz', 'Dmitri Volkov']

const keysOf = async (person: string, where = tenant) => [
  ...(await readFleet(await ask(getFleet, where, person))).rows.keys(),
]

beforeAll(async () => {
  Object.assign(process.env, { SEALWATCH_HISTORY: 'on', SEALWATCH_DATA_DIR: folder })
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'mixed', seed: 5, bucketScale: 1000 })
  elsewhere = await stack.tenant({ scenario: 'mixed', seed: 5, bucketScale: 1000 })
  shown = await keysOf(ben)
  const own = new Set(shown)
  hidden = (await keysOf(chiara)).filter((key) => !own.has(key) && !key.includes('virtualmachinescalesets'))
})
afterEach(async () => {
  await tenant.removeFaults()
  forgetLimits()
  globalThis.sealwatchNoteChanges = undefined
})
afterAll(async () => {
  await closeHistory()
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})

const call = (handler: Handler, person: string, options: Partial<Call> = {}) =>
  callAs(handler, { where: tenant, person, ...options })

const listOf = async (person: string, where = tenant) => {
  const response = await call(getNotes, person, { where })
  expect(response.status).toBe(200)
  return noteListSchema.parse(await response.json())
}

const put = async (person: string, body: unknown, where = tenant) =>
  answerOf(await call(putNotes, person, { method: 'PUT', body, where }))

const wave = (more: object = {}) => ({ version: null, name: 'Ready', until: null, owner: '', note: '', ...more })
const saveWave = async (person: string, id: string, body: unknown, where = tenant) =>
  answerOf(await call(putWave, person, { method: 'PUT', params: { id }, body, where }))
const endWave = async (person: string, id: string, version: string, where = tenant) =>
  answerOf(await call(deleteWave, person, { method: 'DELETE', params: { id }, query: `?version=${version}`, where }))

async function newWave(person: string, more: object = {}): Promise<string> {
  const id = randomUUID()
  expect(await saveWave(person, id, wave(more))).toMatchObject({ failure: null })
  return id
}

const member = (id: string | null, vms: NoteChange['vms']): NoteChange => ({ note: { kind: 'member', wave: id }, vms })
const unnoted = (keys: readonly string[]) => keys.map((id) => ({ id, version: null }))
const acknowledging = (vms: NoteChange['vms'], more: object = {}) => ({
  note: { kind: 'acknowledgement', acknowledgement: { code: 'restart.state', note: '', assignee: '', ...more } },
  vms,
})

const notFound = [404, 'not-found', null]
const invalid = (parameter: string) => [400, 'request-invalid', parameter]

describe('notes about VMs', () => {
  it('are shared by those who can read the VM, and leave no trace for others', async () => {
    const id = await newWave(chiara, { name: 'Secret wave', owner: 'Team SAP', note: 'two\nlines' })
    const [first, second] = shown
    expect(await put(chiara, member(id, unnoted([...hidden.slice(0, 3), first!])))).toMatchObject({ failure: null })
    await put(chiara, acknowledging(unnoted([hidden[0]!]), { note: 'hidden note' }))
    await put(chiara, acknowledging(unnoted([second!]), { note: 'open note', assignee: 'Ben' }))
    const all = await listOf(chiara)
    expect(all.members.map(({ id: key }) => key).sort()).toEqual([...hidden.slice(0, 3), first!].sort())
    const list = await listOf(ben)
    expect(list).toMatchObject({
      failure: null,
      complete: true,
      waves: [{ id, name: 'Secret wave', owner: 'Team SAP', note: 'two\nlines', by: { name: chiara } }],
      members: [{ id: first, wave: id }],
      acknowledgements: [{ id: second, note: 'open note', assignee: 'Ben', by: { name: chiara } }],
    })
    // The wave leaves with the last VM of it that he can read.
    await put(ben, member(null, [{ id: first!, version: list.members[0]!.version }]))
    expect(await listOf(ben)).toMatchObject({ waves: [], members: [] })
    expect((await listOf(chiara)).members).toHaveLength(3)
    for (const seen of [await listOf(dmitri), await listOf(chiara, elsewhere)])
      expect(seen).toMatchObject({ waves: [], members: [], acknowledgements: [] })
  })

  it('are refused for VMs and waves that the caller cannot read, like missing ones', async () => {
    const id = await newWave(chiara)
    await put(chiara, member(id, unnoted([hidden[5]!])))
    const { version } = (await listOf(chiara)).waves.find((each) => each.id === id)!
    const missing = `${shown[0]}-missing`
    const foreign = shown[0]!.replace(/[0-9a-f-]{36}/, randomUUID())
    for (const key of [hidden[6]!, missing, foreign])
      expect(await put(ben, acknowledging(unnoted([shown[3]!, key])))).toEqual(notFound)
    expect((await listOf(ben)).acknowledgements.map(({ id: key }) => key)).not.toContain(shown[3])
    for (const wanted of [id, randomUUID()]) {
      expect(await put(ben, member(wanted, unnoted([shown[3]!])))).toEqual(notFound)
      expect(await saveWave(ben, wanted, wave({ version }))).toEqual(notFound)
      expect(await endWave(ben, wanted, version)).toEqual(notFound)
    }
    expect(await saveWave(ben, id, wave())).toEqual(notFound)
    expect(await saveWave(chiara, id, wave({ version }), elsewhere)).toEqual(notFound)
    expect(await endWave(chiara, id, version, elsewhere)).toEqual(notFound)
    expect(await put(dmitri, acknowledging(unnoted([shown[3]!])))).toEqual(notFound)
    expect((await listOf(chiara)).waves.find((each) => each.id === id)).toMatchObject({ version, name: 'Ready' })
  })

  it('answer 409 with the stored version to the second writer, and keep the first change', async () => {
    const id = await newWave(chiara)
    await put(chiara, member(id, unnoted([shown[4]!])))
    const before = (await listOf(ben)).waves.find((each) => each.id === id)!
    const [one, other] = await Promise.all(
      [chiara, ben].map((person) =>
        call(putWave, person, { method: 'PUT', params: { id }, body: wave({ version: before.version, name: person }) }),
      ),
    )
    expect([one!.status, other!.status].sort()).toEqual([200, 409])
    const [saved, refused] = one!.status === 200 ? [one!, other!] : [other!, one!]
    const { version } = noteSavedSchema.parse(await saved.json())
    expect(await refused.json()).toMatchObject({ code: 'version-conflict', current: version })
    const after = (await listOf(aiko)).waves.find((each) => each.id === id)!
    expect(after).toMatchObject({ version, name: after.by.name })
    expect(await endWave(ben, id, before.version)).toEqual([409, 'version-conflict', null])
    const moves = await Promise.all([chiara, ben].map((person) => put(person, acknowledging(unnoted([shown[4]!])))))
    expect(moves.filter(Array.isArray)).toEqual([[409, 'version-conflict', null]])
  })

  it('of a wave end for those whose VMs they are, and stay for others', async () => {
    const id = await newWave(ben)
    await put(ben, member(id, unnoted([shown[5]!])))
    await put(chiara, member(id, unnoted([hidden[8]!])))
    const { version } = (await listOf(ben)).waves.find((each) => each.id === id)!
    expect(await endWave(ben, id, version)).toMatchObject({ failure: null })
    expect((await listOf(ben)).waves.map((each) => each.id)).not.toContain(id)
    const left = await listOf(chiara)
    expect(left.members.filter((each) => each.wave === id).map((each) => each.id)).toEqual([hidden[8]])
    await endWave(chiara, id, left.waves.find((each) => each.id === id)!.version)
    expect((await listOf(chiara)).waves.map((each) => each.id)).not.toContain(id)
  })

  it('refuse invalid, hostile and oversized input', async () => {
    const vms = unnoted([hidden[20]!])
    const hostile = ['a\u202Eb', 'a\u0000b', 'a\nb', '\uD800', ' ', 'x'.repeat(61)]
    for (const name of hostile) expect(await saveWave(chiara, randomUUID(), wave({ name }))).toEqual(invalid('name'))
    for (const owner of ['a\u2066b', 'a\nb', 'x'.repeat(91)])
      expect(await saveWave(chiara, randomUUID(), wave({ owner }))).toEqual(invalid('owner'))
    for (const note of ['a\u202Eb', 'a\rb', '\uDFFF', 'x'.repeat(501)])
      expect(await put(chiara, acknowledging(vms, { note }))).toEqual(invalid('note'))
    expect(await saveWave(chiara, randomUUID(), wave({ until: '2027-02-30' }))).toEqual(invalid('until'))
    expect(await saveWave(chiara, '../x', wave())).toEqual(invalid('id'))
    expect(await saveWave(chiara, randomUUID(), wave({ more: 1 }))).toEqual(invalid('body'))
    expect(await put(chiara, acknowledging(vms, { code: "x' or 1" }))).toEqual(invalid('note'))
    expect(await put(chiara, acknowledging([]))).toEqual(invalid('vms'))
    expect(await put(chiara, acknowledging(unnoted(Array.from({ length: 101 }, (_, index) => `${index}`))))).toEqual(
      invalid('vms'),
    )
    const ids = [
      `${hidden[20]!}') or (1==1`,
      `${hidden[20]!}/../x`,
      '/subscriptions/x',
      hidden[20]!.replace('virtualmachines', 'networkinterfaces'),
    ]
    for (const id of ids) expect(await put(chiara, acknowledging(unnoted([id])))).toEqual(invalid('vms'))
    expect(await put(chiara, acknowledging(unnoted([hidden[20]!, hidden[20]!.toUpperCase()])))).toEqual(invalid('vms'))
    const text = JSON.stringify(acknowledging(vms, { note: 'x'.repeat(1_000_000) }))
    expect(await answerOf(await call(putNotes, chiara, { method: 'PUT', text }))).toEqual([413, 'body-too-large', null])
    const forged = text.replace(/x{9,}/, '').replace('"version":null', '"version":"__proto__"')
    expect(await answerOf(await call(putNotes, chiara, { method: 'PUT', text: forged }))).toEqual([
      409,
      'version-conflict',
      null,
    ])
    // Markup is text: it is stored and returned unchanged.
    const name = `<img src=x onerror=alert(1)> =cmd|' /C calc'!A0`
    const id = await newWave(chiara, { name })
    expect((await listOf(chiara)).waves.find((each) => each.id === id)?.name).toBe(name)
  })

  it('say what is missing while Azure does not list everything, and write nothing unproved', async () => {
    await tenant.addFault({ kind: 'server-error', status: 500, routes: ['resource-graph'], retryAfter: '3600' })
    const refused = await put(chiara, acknowledging(unnoted([hidden[21]!])))
    expect(refused).toEqual([502, 'arm-down', null])
    expect((await call(getNotes, chiara)).status).toBe(502)
    await tenant.removeFaults()
    forgetLimits()
    expect((await listOf(chiara)).acknowledgements.map(({ id }) => id)).not.toContain(hidden[21])
  })

  it('are limited in their rate', async () => {
    await newWave(aiko)
    const { objectId } = (await tenant.summary()).people.find(({ displayName }) => displayName === aiko)!
    for (let index = 0; index < 300; index += 1)
      globalThis.sealwatchNoteChanges?.spend(`public|${tenant.tenantId}|${objectId}`, performance.now())
    const response = await call(putNotes, aiko, { method: 'PUT', body: acknowledging(unnoted([hidden[22]!])) })
    expect([response.status, response.headers.has('retry-after')]).toEqual([429, true])
  })

  it('about instances of a scale set follow ARM’s own list of them', async () => {
    const sets = await stack.tenant({ scenario: 'scale-sets', bucketScale: 1000 })
    const keys = (await keysOf(chiara, sets)).filter((key) => key.includes('virtualmachinescalesets'))
    expect(await put(chiara, acknowledging(unnoted([keys[0]!])), sets)).toMatchObject({ failure: null })
    expect(await put(chiara, acknowledging(unnoted([keys[0]!.replace(/\d+$/, '987')])), sets)).toEqual(notFound)
    expect((await listOf(chiara, sets)).acknowledgements.map(({ id }) => id)).toEqual([keys[0]])
    await sets.addFault({ kind: 'deny', routes: ['scale-set-vms-list'] })
    expect(await listOf(chiara, sets)).toMatchObject({ complete: true, acknowledgements: [] })
  })

  it('leave one row in the audit log for each change, without names of VMs or texts', async () => {
    const store = await globalThis.sealwatchHistory?.opening
    if (store?.ok !== true) throw new Error('no history')
    const rows = await store.value.db.selectFrom('trail').selectAll().where('kind', 'like', '%-changed').execute()
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['wave-changed', 'members-changed', 'acknowledgement-changed']),
    )
    const text = JSON.stringify(rows)
    for (const secret of ['Secret wave', 'hidden note', 'Team SAP', 'virtualmachines', shown[0]!.split('/').at(-1)!])
      expect(text).not.toContain(secret)
    expect(rows.every(({ person_id: person }) => person !== null)).toBe(true)
  })
})
