'use client'

import { useCallback } from 'react'
import * as z from 'zod/mini'
import { useSession } from '@/components/providers/session-context'

/** A text that is not saved yet, and the version of the note that it changes. */
export interface Draft<Value> {
  readonly value: Value
  readonly base: string | null
}

export interface KeptDraft<Value> {
  /** Null without one. */
  readonly read: () => Draft<Value> | null
  /** Null removes it. */
  readonly write: (draft: Draft<Value> | null) => void
}

/** Drafts of one user in this browser; the oldest are dropped. */
const most = 50
const draftsSchema = z.array(z.object({ of: z.string(), value: z.unknown(), base: z.nullable(z.string()) }))
type Drafts = z.infer<typeof draftsSchema>

/** Storage can be disabled or contain foreign data; then nothing is kept. */
function recall(key: string): Drafts {
  try {
    const parsed = draftsSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

function remember(key: string, drafts: Drafts): void {
  try {
    if (drafts.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(drafts))
  } catch {
    // Ignored: the draft holds while the page is open.
  }
}

/**
 * Keeps what a user wrote until the server has saved it: a reload, or an idle sign-out while the server cannot be reached,
 * must not destroy it. Stored in this browser for this user.
 * @param name of the note, unique among all notes
 * @param schema of its value
 */
export function useKeptDraft<Value>(name: string, schema: z.ZodMiniType<Value>): KeptDraft<Value> {
  const { cloud, tenantId, account } = useSession()
  const key = `sealwatch.unsaved.${cloud}.${tenantId}.${account?.homeAccountId ?? ''}`
  const read = useCallback(() => {
    const found = recall(key).find(({ of }) => of === name)
    if (found === undefined) return null
    const parsed = schema.safeParse(found.value)
    return parsed.success ? { value: parsed.data, base: found.base } : null
  }, [key, name, schema])
  const write = useCallback(
    (draft: Draft<Value> | null) => {
      const others = recall(key).filter(({ of }) => of !== name)
      remember(key, draft === null ? others : [{ of: name, ...draft }, ...others].slice(0, most))
    },
    [key, name],
  )
  return { read, write }
}
