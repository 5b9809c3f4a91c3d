// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import { SessionProvider } from '@/components/providers/session-context'
import { Notes } from './notes'
import { SourcesCard } from './sources-card'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { localSecretEntry, type LocalState } from '@/lib/contract/local-session'
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

const shown: ReactNode = (
  <>
    <Notes timeline={timeline} />
    <SourcesCard timeline={timeline} />
    <CompletenessNote of={unread} isEmpty onRetry={() => undefined} />
  </>
)

/** The notes about what was not read, as text. */
function notesIn(language: Language): { readonly text: string; readonly buttons: number } {
  const { container } = render(
    <IntlProvider language={language} texts={messages[language]}>
      {shown}
    </IntlProvider>,
  )
  const found = { text: container.textContent, buttons: container.querySelectorAll('button').length }
  cleanup()
  return found
}

const tenantId = '11111111-1111-4111-8111-111111111111'
const localState: LocalState = {
  tool: 'azure-cli',
  account: { name: null, username: 'aiko@contoso.example' },
  tenantId,
  tenants: [tenantId],
  command: null,
  file: null,
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  localStorage.clear()
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

  it('names the option and no operator where the program of one person is shown', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(localState))))
    localStorage.setItem(localSecretEntry, 'secret')
    const config = { cloud: 'public', local: true, demo: false, tenantId, portalHost: 'https://portal.example' }
    const { container } = render(
      <IntlProvider language={language} texts={messages[language]}>
        <SessionProvider config={config as BrowserConfig}>{shown}</SessionProvider>
      </IntlProvider>,
    )
    await expect.poll(() => count(container.textContent, history.off.inProgram)).toBe(2)
    expect(container.textContent).not.toMatch(/operator|運用者/i)
  })
})
