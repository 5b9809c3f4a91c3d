import { describe, expect, it } from 'vitest'
import type { ReceivedWebhook } from '@/e2e/simulator/control/shapes'
import type { NoticeKind } from '@/lib/contract/watches'
import { judgePosts } from './posts'

function post(id: string, vm: string, kind: NoticeKind, more: Partial<ReceivedWebhook> = {}) {
  const body = JSON.stringify({ data: { kind, vm: { name: vm } } })
  return { at: 0, name: 'operator', headers: { 'webhook-id': id }, body, status: 200, ...more }
}

const expected = new Map<string, NoticeKind>([
  ['vm-1', 'failed'],
  ['vm-2', 'finished'],
])
const all = [post('a', 'vm-1', 'failed'), post('b', 'vm-2', 'finished')]
const judge = (received: readonly ReceivedWebhook[], kills = 1) => judgePosts(received, 'operator', { expected, kills })

describe('judgePosts', () => {
  it('accepts each notice once, and repeated with the same id once per kill', () => {
    expect(judge(all)).toEqual({ wrong: [], delivered: 2, repeated: 0 })
    expect(judge([...all, post('a', 'vm-1', 'failed')])).toEqual({ wrong: [], delivered: 2, repeated: 1 })
    expect(judge([...all, post('c', 'vm-1', 'failed', { name: 'person' })]).wrong).toEqual([])
  })

  it('finds a notice that is missing, duplicated with another id, changed, or repeated too often', () => {
    expect(judge(all.slice(1)).wrong).toEqual(['operator: vm-1 failed never posted'])
    expect(judge([...all, post('c', 'vm-1', 'failed')]).wrong).toEqual(['operator: vm-1 failed posted as 2 notices'])
    const other = post('a', 'vm-1', 'failed', {
      body: JSON.stringify({ data: { kind: 'failed', vm: { name: 'vm-1' }, x: 1 } }),
    })
    expect(judge([...all, other]).wrong).toEqual(['operator: a came with 2 bodies'])
    expect(judge([...all, ...all], 1).wrong).toEqual(['operator: 2 posts again after 1 kills'])
  })
})
