import { describe, expect, it } from 'vitest'
import { judgeText } from '@/lib/encryption/judge-text'
import { catalogue } from '@/lib/messages/catalogue'
import { messageGroups } from '@/lib/messages/entry'
import { catalogueIds } from '@/lib/messages/ids'
import type { MessageKind } from '@/lib/messages/types'
import { diagnoseWords } from './diagnose'

/** The problems of a VM of which only one message is known. */
function problemsOfMessage(messageKind: MessageKind): readonly string[] {
  const words = { tool: 'powershell', os: null, data: null, settings: null, osType: null, message: 'text' } as const
  const verdict = judgeText(words)
  return diagnoseWords({
    ...verdict,
    progress: { ...verdict.progress, messageKind },
    flags: [{ code: 'last-operation-failed', reason: 'status-code-failed' }],
  }).map(({ kind }) => kind)
}

describe('the group of a message', () => {
  it.each(messageGroups)('%s has texts, and each text leads to one problem', (group) => {
    const kinds = catalogueIds.filter((id) => catalogue[id].group === group)
    expect(kinds.length).toBeGreaterThan(0)
    for (const kind of kinds) {
      const problems = problemsOfMessage(kind)
      expect(problems.length, kind).toBeGreaterThan(0)
      expect(problems, kind).not.toContain('failed-without-known-cause')
    }
  })

  it.each(['linux-os-not-completed', 'linux-enable-failed', 'win-generic-prefixed'] as const)(
    'is missing for %s, which names no cause, and the problem says so',
    (kind) => {
      expect(catalogue[kind].group).toBeNull()
      expect(problemsOfMessage(kind)).toContain('failed-without-known-cause')
    },
  )
})
