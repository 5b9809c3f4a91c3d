import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { vmStates } from '@/lib/encryption/types'
import { noticeKinds } from '@/lib/timeline/notice/types'
import { mayUseWebhook, parseWebhookConfig } from './webhook-config'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const target = { kind: 'json', url: 'https://hooks.example.com/secret-path', secret }

function parse(file: unknown, more: Record<string, string> = {}) {
  return parseWebhookConfig({ SEALWATCH_WEBHOOKS_FILE: 'hooks.json', ...more }, () =>
    typeof file === 'string' ? file : JSON.stringify(file),
  )
}
const whole = { address: 'https://sealwatch.example', targets: { ops: target } }

it('has every value of kinds and states in the document', () => {
  const rows = readFileSync('docs/history.md', 'utf8').split('\n')
  for (const [key, values] of [
    ['kinds', noticeKinds],
    ['states', vmStates],
  ] as const) {
    const row = rows.find((line) => line.startsWith(`| \`${key}\` `)) ?? ''
    const named = [...(row.split('|')[3] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name)
    expect(named).toEqual([...values])
  }
})

describe('parseWebhookConfig', () => {
  it('has no webhooks where none are configured', () => {
    expect(parseWebhookConfig({}, () => '')).toMatchObject({ ok: true, value: { targets: [], localReceiver: null } })
  })

  it('reads targets and watches', () => {
    const watches = [{ name: 'Production', targets: ['ops'], groups: ['RG-B', 'rg-a'] }]
    expect(parse({ ...whole, watches })).toMatchObject({
      ok: true,
      value: {
        address: 'https://sealwatch.example',
        proofHours: 72,
        targets: [{ name: 'ops', kind: 'json', secret: Buffer.alloc(32, 7), people: [] }],
        watches: [{ targets: ['ops'], language: 'en', view: { groups: ['rg-a', 'rg-b'], states: [] } }],
      },
    })
  })

  it.each([
    '127.0.0.1:4411',
    '169.254.169.254',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:10.0.0.1]',
    '[fd12:3456::1]',
    '10.1.2.3',
    '168.63.129.16',
  ])('names a receiver whose address could receive no notice: %s', (host) => {
    const closed = { ...whole, targets: { open: target, ops: { ...target, url: `https://${host}/hush` } } }
    const parsed = parse(closed, { SEALWATCH_WEBHOOK_NETWORKS: '10.9.0.0/16' })
    expect(parsed).toEqual({
      ok: false,
      failure: [
        { variable: 'SEALWATCH_WEBHOOKS_FILE', message: expect.stringMatching(/^targets\.ops\.url is an address/) },
      ],
    })
    expect(JSON.stringify(parsed)).not.toContain('hush')
  })

  it.each(['13.107.6.152', '10.9.2.3', '[2606:4700::1111]', 'localhost', 'hooks.internal'])(
    'accepts a receiver that may be open: %s',
    (host) => {
      const open = { ...whole, targets: { ops: { ...target, url: `https://${host}/x` } } }
      expect(parse(open, { SEALWATCH_WEBHOOK_NETWORKS: '10.9.0.0/16' }).ok).toBe(true)
    },
  )

  it('says why its file cannot be read', () => {
    const read = () => readFileSync(tmpdir(), 'utf8')
    expect(parseWebhookConfig({ SEALWATCH_WEBHOOKS_FILE: tmpdir() }, read)).toMatchObject({
      failure: [{ message: 'names a file that cannot be read (EISDIR)' }],
    })
  })

  it('opens only the private networks that the operator names', () => {
    const networks = (text: string) => parse(whole, { SEALWATCH_WEBHOOK_NETWORKS: text })
    expect(parse(whole)).toMatchObject({ ok: true, value: { networks: [] } })
    expect(networks('10.1.2.0/24, 192.168.7.9,fd12:3456::/48')).toMatchObject({
      ok: true,
      value: {
        networks: [
          { address: '10.1.2.0', prefix: 24, family: 'ipv4' },
          { address: '192.168.7.9', prefix: 32, family: 'ipv4' },
          { address: 'fd12:3456::', prefix: 48, family: 'ipv6' },
        ],
      },
    })
  })

  it.each([
    ...[
      '127.0.0.1',
      '::1',
      '169.254.169.254',
      '169.254.0.0/16',
      'fe80::/10',
      '168.63.129.16',
      '0.0.0.0/8',
      '100.64.0.0/10',
    ],
    ...[
      '0.0.0.0/0',
      '::/0',
      '10.0.0.0/7',
      '8.0.0.0/5',
      '172.0.0.0/8',
      'f000::/4',
      '8.8.8.8',
      '2606:4700::/32',
      '224.0.0.0/4',
    ],
    ...[
      '::ffff:10.0.0.1',
      '::ffff:10.0.0.0/104',
      '10.0.0.0/33',
      '10.1',
      '0x0a000001',
      'internal.example',
      '*',
      '10.0.0.0/-1',
    ],
  ])('accepts no network that is not private, and no larger one: %s', (text) => {
    for (const value of [text, `10.1.2.0/24,${text}`]) {
      const parsed = parse(whole, { SEALWATCH_WEBHOOK_NETWORKS: value })
      expect(parsed.ok ? [] : parsed.failure.map(({ variable }) => variable)).toEqual(['SEALWATCH_WEBHOOK_NETWORKS'])
    }
  })

  it('matches users together with their tenant', () => {
    const [home, other] = ['11111111-1111-4111-8111-111111111111', '99999999-9999-4999-8999-999999999999']
    const [aiko, ben] = ['aaaaaaaa-1111-4111-8111-111111111111', 'bbbbbbbb-1111-4111-8111-111111111111']
    const people = [aiko.toUpperCase(), `${other}/${ben}`]
    const parsed = parse({ ...whole, targets: { ops: { ...target, people } } }, { SEALWATCH_TENANT: home })
    const [ops] = parsed.ok ? parsed.value.targets : []
    if (ops === undefined) throw new Error('refused')
    const may = (tenantId: string, objectId: string) => mayUseWebhook(ops, { tenantId, objectId })
    expect([may(home, aiko), may(other.toUpperCase(), ben), may(other, aiko), may(home, ben)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(parse({ ...whole, targets: { ops: { ...target, people: ['aiko'] } } }).ok).toBe(false)
  })

  it.each([
    ['text that is not JSON', '{', 'is not JSON'],
    [
      'plain http',
      { ...whole, targets: { ops: { ...target, url: 'http://hooks.example.com/secret-path' } } },
      'targets.ops.url',
    ],
    [
      'a user name',
      { ...whole, targets: { ops: { ...target, url: 'https://secret-path@example.com/' } } },
      'targets.ops.url',
    ],
    ['no secret', { ...whole, targets: { ops: { ...target, secret: undefined } } }, 'targets.ops needs a secret'],
    [
      'a short secret',
      { ...whole, targets: { ops: { ...target, secret: 'whsec_c2VjcmV0LXBhdGg=' } } },
      'targets.ops.secret',
    ],
    ['an unknown target', { ...whole, watches: [{ name: 'x', targets: ['other'] }] }, 'other'],
    ['an unknown key', { ...whole, tagets: {} }, 'has unknown fields: tagets'],
    ['no address', { ...whole, address: undefined }, 'address is missing'],
    ['no kind', { ...whole, targets: { ops: { ...target, kind: undefined } } }, 'targets.ops.kind is missing'],
    ['a list', [], 'must be a value of type object'],
    ['an address that is a number', { ...whole, address: 5 }, 'address must be a value of type string'],
    ['targets that are a list', { ...whole, targets: [] }, 'targets must be an object'],
    ['another kind', { ...whole, targets: { ops: { ...target, kind: 'x' } } }, 'must be one of json, teams, slack'],
    ['a long name', { ...whole, targets: { ['x'.repeat(41)]: target } }, 'must be 1 to 40 letters'],
    ['too many hours', { ...whole, proofHours: 721 }, 'proofHours must be at most 720'],
    ['a watch without targets', { ...whole, watches: [{ name: 'x', targets: [] }] }, 'must have at least 1'],
    ['people of a wrong form', { ...whole, targets: { ops: { ...target, people: 5 } } }, 'none of the allowed forms'],
    ['an address of http', { ...whole, address: 'http://sealwatch.example' }, 'address'],
  ])('refuses %s, naming the place and no value', (_name, file, place) => {
    const parsed = parse(file)
    if (parsed.ok) throw new Error('accepted')
    const text = parsed.failure.map(({ variable, message }) => `${variable} ${message}`).join('\n')
    expect(text).toMatch(/^SEALWATCH_WEBHOOKS_FILE /)
    expect(text).toContain(place)
    expect(text).not.toMatch(/nvalid|nrecognized|received|undefined/)
    expect(text).not.toContain('secret-path')
    expect(text).not.toContain(secret)
  })

  it('allows a receiver on this machine only where the authority is a fake one on this machine too', () => {
    const local = (value: string, authority?: string) =>
      parse(whole, {
        SEALWATCH_WEBHOOK_LOCAL_RECEIVER: value,
        ...(authority !== undefined && { SEALWATCH_AUTHORITY_HOST: authority }),
      })
    expect(local('localhost:4011', 'https://localhost:4011')).toMatchObject({
      value: { localReceiver: 'localhost:4011' },
    })
    for (const [value, authority] of [
      ['localhost:4011', undefined],
      ['localhost:4011', 'https://login.microsoftonline.com'],
      ['localhost:4012', 'https://localhost:4011'],
      ['localhost', 'https://localhost:4011'],
      ['login.microsoftonline.com', 'https://login.microsoftonline.com'],
      ['10.0.0.1:4011', 'https://10.0.0.1:4011'],
      ['169.254.169.254', 'https://169.254.169.254'],
      ['true', 'https://localhost:4011'],
    ] as const)
      expect(local(value, authority)).toMatchObject({
        ok: false,
        failure: [{ variable: 'SEALWATCH_WEBHOOK_LOCAL_RECEIVER' }],
      })
  })
})
