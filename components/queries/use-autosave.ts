'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft, KeptDraft } from './use-kept-draft'
import { isRefusedBy, type Refusal, type SaveStatus, type WriteOutcome } from '@/lib/views/notes'

/** How long after the last key a text is saved: shorter than any idle time after which users are signed out. */
const pauseMilliseconds = 800

export interface Autosave<Value> {
  /** What the user wrote, otherwise what is stored. */
  readonly value: Value
  readonly status: SaveStatus
  /** Why the last attempt failed; null where it did not. */
  readonly refusal: Refusal | null
  readonly edit: (value: Value) => void
  /** Saves now what is waiting; also after a failure, and over another user's change that the user has seen. */
  readonly save: () => void
  /** Drops what the user wrote. */
  readonly discard: () => void
}

/** What an earlier page could not save, unless it is stored by now. */
function unsavedOf<Value>(stored: Value, kept: KeptDraft<Value>): Draft<Value> | null {
  const draft = kept.read()
  return draft === null || JSON.stringify(draft.value) === JSON.stringify(stored) ? null : draft
}

/**
 * Saves what a user edits, a moment after the last key, so that nothing is lost when the page or the session ends. A
 * draft is based on the version that was shown when the user began; a newer one is never overwritten unseen.
 * @param stored as the server returned it
 * @param send saves a value over a version
 * @param kept what was not saved when the page or the session ended; it is shown as not saved
 */
export function useAutosave<Value>(
  stored: { readonly value: Value; readonly version: string | null },
  send: (value: Value, version: string | null) => Promise<WriteOutcome>,
  kept: KeptDraft<Value>,
): Autosave<Value> {
  const [draft, setDraft] = useState(() => unsavedOf(stored.value, kept))
  const [status, setStatus] = useState<SaveStatus>(draft === null ? 'unchanged' : 'failed')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const current = useRef({ draft, timer: 0, sending: false, send, keep: kept.write })
  useEffect(() => {
    current.current.send = send
    current.current.keep = kept.write
  }, [send, kept.write])

  const put = useCallback((next: Draft<Value> | null) => {
    current.current.draft = next
    current.current.keep(next)
    setDraft(next)
  }, [])

  const flush = useCallback(async () => {
    const state = current.current
    window.clearTimeout(state.timer)
    if (state.sending) return
    state.sending = true
    for (let sent = state.draft; sent !== null;) {
      setStatus('saving')
      const result = await state.send(sent.value, sent.base)
      if (result.kind !== 'saved') {
        setRefusal(result)
        setStatus(isRefusedBy(result, 'version-conflict') ? 'conflict' : 'failed')
        break
      }
      setRefusal(null)
      const later: Draft<Value> | null = state.draft === sent ? null : state.draft
      const next: Draft<Value> | null = later === null ? null : { value: later.value, base: result.version }
      put(next)
      setStatus(next === null ? 'saved' : 'saving')
      sent = next
    }
    state.sending = false
  }, [put])

  const edit = (value: Value) => {
    const state = current.current
    put({ value, base: state.draft === null ? stored.version : state.draft.base })
    // The user decides between both versions first.
    if (status === 'conflict') return
    setStatus('waiting')
    window.clearTimeout(state.timer)
    state.timer = window.setTimeout(() => void flush(), pauseMilliseconds)
  }

  // A page that is hidden may never be shown again; a part of it that is removed is not.
  useEffect(() => {
    const state = current.current
    const leave = () => {
      if (state.timer !== 0) void flush()
    }
    const hide = () => document.visibilityState === 'hidden' && leave()
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      leave()
    }
  }, [flush])

  const save = () => {
    const { draft: written } = current.current
    if (written === null) return
    // What the list shows now, the user has seen: the next attempt is based on it.
    if (status === 'conflict') put({ value: written.value, base: stored.version })
    void flush()
  }
  const discard = () => {
    window.clearTimeout(current.current.timer)
    put(null)
    setStatus('unchanged')
    setRefusal(null)
  }
  return { value: draft === null ? stored.value : draft.value, status, refusal, edit, save, discard }
}
