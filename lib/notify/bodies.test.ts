import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { languages } from '@/lib/i18n/languages'
import { noticeKinds, webhookKinds } from '@/lib/contract/watches'
import { pauseAfter } from './backoff'
import { bodyFor } from './bodies'
import type { News } from './news'
import { signatureHeaders } from './signature'

const news: News = {
  id: 'notice-1',
  cloud: 'public',
  tenantId: 'tenant-1',
  vm: { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg-1', name: 'vm-1' },
  notice: {
    kind: 'needs-person',
    state: 'restart-pending',
    before: 'encrypting',
    at: '2026-11-26T10:00:00.000Z',
    rule: null,
    episode: 1,
  },
  language: 'en',
  address: 'https://sealwatch.example',
}

describe('bodyFor', () => {
  it('contains codes for programs', () => {
    expect(JSON.parse(bodyFor('json', news))).toEqual({
      type: 'sealwatch.needs-person',
      timestamp: '2026-11-26T10:00:00.000Z',
      data: {
        id: 'notice-1',
        kind: 'needs-person',
        cloud: 'public',
        tenantId: 'tenant-1',
        vm: news.vm,
        state: 'restart-pending',
        before: 'encrypting',
        rule: null,
        seenAt: '2026-11-26T10:00:00.000Z',
        link: 'https://sealwatch.example/vm/11111111-1111-4111-8111-111111111111/rg-1/vm-1?tenant=tenant-1',
      },
    })
  })

  it('has a sentence for every kind in every language for every receiver, with the link', () => {
    for (const kind of noticeKinds) {
      for (const language of languages) {
        for (const receiver of webhookKinds) {
          const notice = { ...news.notice, kind, rule: kind === 'stuck' ? ('agent-silent' as const) : null }
          const body = bodyFor(receiver, { ...news, notice, language })
          expect(body).toContain('/vm/11111111-1111-4111-8111-111111111111/rg-1/vm-1?tenant=tenant-1')
          expect(Buffer.byteLength(body)).toBeLessThan(4096)
        }
      }
    }
    expect(bodyFor('slack', { ...news, language: 'ja' })).toContain('対応が必要です')
  })

  it('lets no name become markup', () => {
    const name = '<!channel>[x](https://evil.example)&'
    const evil = { ...news, vm: { ...news.vm, name } }
    const slack = JSON.parse(bodyFor('slack', evil)) as {
      text: string
      blocks: { text?: { type: string; text: string } }[]
    }
    expect(slack.text).toContain('&lt;!channel&gt;[x](https://evil.example)&amp;')
    const marked = slack.blocks.filter(({ text }) => text?.type === 'mrkdwn').map(({ text }) => text?.text ?? '')
    expect(marked.join()).not.toContain('<!')
    // Only text runs contain words: Teams interprets no Markdown in them.
    const teams = bodyFor('teams', evil)
    expect(teams).not.toContain('"TextBlock"')
    expect(teams).toContain('"type":"TextRun","text":"<!channel>')
  })
})

it('signs as the Standard Webhooks specify', () => {
  const secret = Buffer.from('C2FVsBQIhrscChlQIMV+b5sSYspob7oD', 'base64')
  const headers = signatureHeaders(
    'msg_27UH4WbU6Z5A5EzD8u03UvzRbpk',
    1_649_367_553_500,
    '{"email":"test@example.com"}',
    secret,
  )
  const expected = createHmac('sha256', secret)
    .update('msg_27UH4WbU6Z5A5EzD8u03UvzRbpk.1649367553.{"email":"test@example.com"}')
    .digest('base64')
  expect(headers).toEqual({
    'webhook-id': 'msg_27UH4WbU6Z5A5EzD8u03UvzRbpk',
    'webhook-timestamp': '1649367553',
    'webhook-signature': `v1,${expected}`,
  })
})

it('waits longer each time, never the same twice, and ends', () => {
  expect([1, 2, 3].map((attempts) => pauseAfter(attempts, null, 1))).toEqual([5000, 10_000, 20_000])
  expect(pauseAfter(1, null, 0)).toBe(2500)
  expect(pauseAfter(20, null, 1)).toBe(1_800_000)
  expect(pauseAfter(1, 60_000, 0)).toBe(60_000)
  expect(pauseAfter(1, 10 ** 12, 0)).toBe(1_800_000)
  expect(pauseAfter(30, null, 0)).toBeNull()
})
