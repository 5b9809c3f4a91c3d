import assert from 'node:assert/strict'
import { parseFleetSearch, serialiseFleetSearch } from '@/lib/contract/fleet-search'
import { noteChangeSchema, waveChangeSchema } from '@/lib/contract/notes'
import { defaultViewSchema, viewChangeSchema } from '@/lib/contract/saved-view-change'
import { viewQueryOf } from '@/lib/contract/saved-views'
import {
  sharedRequestSchema,
  snapshotContentSchema,
  snapshotPreviewRequestSchema,
  snapshotPublishRequestSchema,
} from '@/lib/contract/snapshots'
import { troubleshootRequestSchema } from '@/lib/contract/troubleshoot'
import { watchChangeSchema, watchRequestSchema } from '@/lib/contract/watches'
import { isTooDeep, mostDepth } from '@/lib/http/json-depth'
import { readJsonBody } from '@/lib/http/json-body'
import { parseFleetQuery, parseHistoryQuery, parseVmPath } from '@/lib/http/parameters'
import type { Schema } from '../claims'
import { parsed, textsOf, type Target } from '../target'

const limit = 16_384
const schemas: readonly Schema[] = [
  snapshotPreviewRequestSchema,
  snapshotPublishRequestSchema,
  sharedRequestSchema,
  watchRequestSchema,
  watchChangeSchema,
  noteChangeSchema,
  waveChangeSchema,
  viewChangeSchema,
  defaultViewSchema,
  troubleshootRequestSchema,
]
const guid = '11111111-1111-4111-8111-111111111111'
const vm = { subscriptionId: guid, resourceGroup: 'rg', name: 'vm' }
const acknowledgement = { code: 'restart.state', note: '', assignee: 'SAP' }
const view = { subscriptions: [guid], groups: ['rg'], os: ['Linux'], states: ['failed'] }

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Object.values(value).reduce<number>((most, each) => Math.max(most, depthOf(each)), 0)
}

async function checkBody(text: string): Promise<void> {
  const request = new Request('https://sealwatch.test/api/v1/snapshots', {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json' },
  })
  const body = await readJsonBody(request, limit)
  if (!body.ok) {
    assert.ok(['json-invalid', 'body-too-large'].includes(body.failure.code), body.failure.code)
    return
  }
  assert.ok(Buffer.byteLength(text) <= limit, 'no body longer than the limit is accepted')
  assert.ok(depthOf(body.value) <= mostDepth, 'no body deeper than the limit is accepted')
  for (const schema of schemas) {
    const taken = schema.safeParse(body.value)
    if (!taken.success) continue
    // Strict: the accepted value equals the sent value, without extra fields.
    assert.deepEqual(JSON.parse(JSON.stringify(taken.data)), JSON.parse(JSON.stringify(body.value)))
  }
  snapshotContentSchema.safeParse(body.value)
}

/** A parsed query is serialised so that it parses to the same query again. */
function checkQuery(text: string): void {
  const params = new URLSearchParams(text)
  const search = parseFleetSearch(params)
  assert.deepEqual(parseFleetSearch(new URLSearchParams(serialiseFleetSearch(search))), search)
  const saved = viewQueryOf(text)
  assert.equal(viewQueryOf(saved), saved)
  const url = new URL('https://sealwatch.test/api/v1/fleet')
  url.search = text
  const query = parseFleetQuery(url)
  const { load = null, subscriptions = null } = query.ok ? query.value : {}
  assert.ok((subscriptions ?? []).every((id) => /^[0-9a-f-]{36}$/.test(id)))
  assert.ok(load === null || (load.after >= 0 && Number.isInteger(load.after)))
  const history = parseHistoryQuery(url)
  if (history.ok) assert.ok(history.value.hours >= 1 && history.value.hours <= 87_600)
}

function checkPath(text: string): void {
  const [subscription = '', group = '', name = ''] = text.split('/')
  const path = parseVmPath({ subscription, group, name })
  if (!path.ok) return
  for (const part of textsOf(path.value)) {
    assert.match(part, /^[^/\\?#%\s\p{C}]+$/u, 'a name is one segment')
    assert.doesNotMatch(part, /^\.+$/, 'a name does not climb')
  }
}

/** Inputs of the API: bodies of snapshots, watches, notes and pasted logs, queries, paths. */
export const target: Target = {
  bodies: () => [
    { subject: { kind: 'vm', vm }, reveal: ['tenant'] },
    { subject: { kind: 'view', query: 'state=failed' }, reveal: [] },
    { draft: guid, hours: 24, passphrase: 'correct horse' },
    { token: 'A'.repeat(22), passphrase: null },
    { target: { kind: 'vm', vm }, kinds: ['failed'], channels: ['ops'], language: 'en' },
    { target: { kind: 'view', name: 'v', view }, kinds: ['failed'], channels: [], language: 'ja' },
    { mutedUntil: '2026-11-24T12:00:00Z', kinds: ['failed'], channels: [] },
    { note: { kind: 'member', wave: guid }, vms: [{ id: '/subscriptions/x', version: null }] },
    { note: { kind: 'acknowledgement', acknowledgement }, vms: [{ id: '/subscriptions/x', version: guid }] },
    { version: null, name: 'Ready', until: '2027-06-30', owner: 'SAP', note: 'two\nlines' },
    { version: null, name: 'Failed', query: 'state=failed&tag=env%3Dprod', shared: true },
    { defaultView: guid },
    { log: 'OSEncryptionStateMachine' },
  ],
  texts: [
    'state=failed&state=encrypted&tag=a%3Db=c&q=web&sort=-name&groupBy=region&column=name&tenant=contoso.com',
    `subscription=${guid}&load=${guid}&after=1&limit=10&fresh=true&hours=24`,
    `vm=/subscriptions/${guid}/resourcegroups/rg/providers/microsoft.compute/virtualmachines/vm&changedSince=2026-11-24`,
    `${guid}/rg/vm`,
    '['.repeat(40),
    '{"a":"\\\\"}',
  ],
  words: [
    'state',
    'subscription',
    'tag',
    'changedSince',
    'groupBy',
    'vm',
    'q',
    'sort',
    'column',
    'limit',
    '%',
    '=',
    '&',
    guid,
    '2026-11-24',
  ],
  async check(text) {
    assert.equal(typeof isTooDeep(text), 'boolean')
    if (/^\s*[[{]/.test(text) || parsed(text) !== undefined) await checkBody(text)
    checkQuery(text)
    checkPath(text)
  },
}
