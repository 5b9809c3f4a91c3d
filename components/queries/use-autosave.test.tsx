// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { unreadBy } from '@/lib/views/completeness'
import type { WriteOutcome } from '@/lib/views/notes'
import { useAutosave } from './use-autosave'
import type { Draft, KeptDraft } from './use-kept-draft'

const saved = (version: string): WriteOutcome => ({ kind: 'saved', version, at: '' })
const conflict: WriteOutcome = { kind: 'refused', cause: unreadBy('version-conflict') }
const offline: WriteOutcome = { kind: 'refused', cause: unreadBy('offline') }
const send = vi.fn<(value: string, version: string | null) => Promise<WriteOutcome>>()

let unsaved: Draft<string> | null = null
const kept: KeptDraft<string> = { read: () => unsaved, write: (draft) => (unsaved = draft) }

function draftOf(value = 'stored', version: string | null = 'v1') {
  return renderHook((stored: { value: string; version: string | null }) => useAutosave(stored, send, kept), {
    initialProps: { value, version },
  })
}
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

beforeEach(() => {
  vi.useFakeTimers()
  send.mockReset()
  unsaved = null
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('a text that is saved while it is written', () => {
  it('is sent once, a moment after the last key, over the version that was shown', async () => {
    send.mockResolvedValue(saved('v2'))
    const { result, rerender } = draftOf()
    act(() => result.current.edit('a'))
    await pass(500)
    act(() => result.current.edit('ab'))
    expect(result.current).toMatchObject({ value: 'ab', status: 'waiting' })
    // A list that is read meanwhile neither replaces what the user writes nor becomes its base.
    rerender({ value: 'theirs', version: 'v9' })
    expect(result.current.value).toBe('ab')
    await pass(1000)
    expect(send.mock.calls).toEqual([['ab', 'v1']])
    expect(result.current.status).toBe('saved')
    rerender({ value: 'ab', version: 'v2' })
    expect(result.current.value).toBe('ab')
  })

  it('continues with what was written while it was sent, over the new version', async () => {
    const answers: ((outcome: WriteOutcome) => void)[] = []
    send.mockImplementation(() => new Promise((resolve) => answers.push(resolve)))
    const { result } = draftOf()
    act(() => result.current.edit('a'))
    await pass(1000)
    act(() => result.current.edit('ab'))
    await pass(1000)
    expect(send).toHaveBeenCalledTimes(1)
    await act(() => Promise.resolve(answers[0]?.(saved('v2'))))
    expect(send.mock.calls[1]).toEqual(['ab', 'v2'])
    await act(() => Promise.resolve(answers[1]?.(saved('v3'))))
    expect(result.current.status).toBe('saved')
  })

  it('waits for the user’s decision where another user was faster', async () => {
    send.mockResolvedValueOnce(conflict).mockResolvedValueOnce(saved('v10'))
    const { result, rerender } = draftOf()
    act(() => result.current.edit('mine'))
    await pass(1000)
    rerender({ value: 'theirs', version: 'v9' })
    expect(result.current).toMatchObject({ value: 'mine', status: 'conflict' })
    act(() => result.current.edit('mine too'))
    await pass(5000)
    expect(send).toHaveBeenCalledTimes(1)
    await act(() => {
      result.current.save()
      return Promise.resolve()
    })
    expect(send.mock.calls[1]).toEqual(['mine too', 'v9'])
    expect(result.current.status).toBe('saved')
  })

  it('can be dropped for the other user’s', async () => {
    send.mockResolvedValueOnce(conflict)
    const { result, rerender } = draftOf()
    act(() => result.current.edit('mine'))
    await pass(1000)
    rerender({ value: 'theirs', version: 'v9' })
    act(() => result.current.discard())
    expect(result.current).toMatchObject({ value: 'theirs', status: 'unchanged' })
  })

  it('stays after a failure, and is sent again', async () => {
    send.mockResolvedValueOnce(offline).mockResolvedValueOnce(saved('v2'))
    const { result } = draftOf()
    act(() => result.current.edit('mine'))
    await pass(1000)
    expect(result.current).toMatchObject({ value: 'mine', status: 'failed', refusal: offline })
    await act(() => {
      result.current.save()
      return Promise.resolve()
    })
    expect(result.current).toMatchObject({ status: 'saved', refusal: null })
  })

  it('is sent at once when the page is hidden or the part with it is removed', async () => {
    send.mockResolvedValue(saved('v2'))
    const first = draftOf()
    act(() => first.result.current.edit('a'))
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    await act(() => Promise.resolve(document.dispatchEvent(new Event('visibilitychange'))))
    expect(send.mock.calls).toEqual([['a', 'v1']])
    const second = draftOf()
    act(() => second.result.current.edit('b'))
    second.unmount()
    expect(send.mock.calls.at(-1)).toEqual(['b', 'v1'])
  })

  it('is kept until it is saved, and shown as not saved by the next page', async () => {
    send.mockResolvedValue(offline)
    const first = draftOf()
    act(() => first.result.current.edit('written offline'))
    expect(unsaved).toEqual({ value: 'written offline', base: 'v1' })
    await pass(1000)
    first.unmount()
    // The page tries once more as it ends.
    await pass(0)
    send.mockResolvedValue(saved('v2'))
    const { result } = draftOf()
    expect(result.current).toMatchObject({ value: 'written offline', status: 'failed' })
    await act(() => {
      result.current.save()
      return Promise.resolve()
    })
    expect(send.mock.lastCall).toEqual(['written offline', 'v1'])
    expect(result.current.status).toBe('saved')
    expect(unsaved).toBeNull()
    // What is stored by now is not shown as unsaved.
    unsaved = { value: 'stored', base: 'v1' }
    expect(draftOf().result.current.status).toBe('unchanged')
  })
})
