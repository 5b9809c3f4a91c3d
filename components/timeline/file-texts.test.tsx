// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import { Notes } from './notes'
import { SourcesCard } from './sources-card'
import type { VmTimeline } from '@/lib/contract/timeline'
import { languages, type Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { answerCompleteness, unreadBy } from '@/lib/views/completeness'
import { CompletenessNote } from '@/components/state/completeness'

const at = '2026-11-28T08:00:00.000Z'
const timeline = {
  machines: [],
  sources: [{ source: 'activity-log', outcome: 'not-in-file', role: null, wholeSince: null }],
  polling: { movingMs: 30_000, quietMs: 900_000 },
  historyFailure: 'off',
  unreadable: 0,
  formerMachines: [],
  leftOut: 0,
  work: { stuck: [] },
} as unknown as VmTimeline
const unread = answerCompleteness({ answer: null, failure: unreadBy('off'), at })

/** The notes about what was not read, as text. */
function notesIn(language: Language): { readonly text: string; readonly buttons: number } {
  const shown: ReactNode = (
    <>
      <Notes timeline={timeline} />
      <SourcesCard timeline={timeline} />
      <CompletenessNote of={unread} isEmpty onRetry={() => undefined} />
    </>
  )
  const { container } = render(
    <IntlProvider language={language} texts={messages[language]}>
      {shown}
    </IntlProvider>,
  )
  const found = { text: container.textContent, buttons: container.querySelectorAll('button').length }
  cleanup()
  return found
}

afterEach(() => {
  globalThis.sealwatchMoment = undefined
})

describe.each(languages)('what was not read, in %s', (language) => {
  const { history } = messages[language]
  const count = (text: string, part: string): number => text.split(part).length - 1

  it('names the operator and offers another try where a server is shown', () => {
    const { text, buttons } = notesIn(language)
    expect(count(text, history.off.why.off)).toBe(2)
    expect(text).not.toContain(history.off.inFile)
    expect(buttons).toBe(1)
  })

  it('names the file and no server, collector or other try where a file is shown', () => {
    globalThis.sealwatchMoment = Date.parse(at)
    const { text, buttons } = notesIn(language)
    expect(count(text, history.off.inFile)).toBe(2)
    expect(text).toContain(history.off.textOfFile)
    expect(text).toContain(history.sources.outcome['not-in-file'])
    expect(text).not.toMatch(/operator|collector|運用者|コレクター/i)
    expect(buttons).toBe(0)
  })
})
