// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import type { AdminStatus } from '@/lib/contract/admin'
import { messages } from '@/lib/i18n/messages'
import { CollectorsCard, WebhooksCard } from './status-cards'

afterEach(cleanup)

const status: AdminStatus = {
  version: '0.1.0',
  node: 'v22.0.0',
  startedAt: '2026-11-28T08:00:00.000Z',
  configuration: [],
  store: {
    failure: null,
    database: 'sqlite',
    bytes: 1,
    mostBytes: 2,
    schema: null,
    machines: 1,
    observations: 1,
  },
  leases: [],
  watching: [],
  webhooks: null,
  unrecognised: [],
}
const texts = messages.en.admin.webhooks

function show(webhooks: AdminStatus['webhooks']): void {
  cleanup()
  render(
    <IntlProvider language="en" texts={messages.en}>
      <WebhooksCard status={{ ...status, webhooks }} />
    </IntlProvider>,
  )
}

it('shows for each webhook what became of its notices, and the code of the last failure', () => {
  show([
    { name: 'busy', sent: 3, retrying: 1, failed: 0, code: 'http-503' },
    { name: 'fine', sent: 1200, retrying: 0, failed: 0, code: null },
  ])
  const table = screen.getByRole('table', { name: texts.title })
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => within(row).queryAllByRole('cell'))
    .flatMap((cells) => (cells.length === 0 ? [] : [cells.map(({ textContent }) => textContent)]))
  expect(rows).toEqual([
    ['busy', '3', '1', '0', 'http-503'],
    ['fine', '1,200', '0', '0', '–'],
  ])
})

it('says that no notice was due, or that it could not be read: never a table of zeros', () => {
  show([])
  expect(screen.getByText(texts.none)).toBeDefined()
  show(null)
  expect(screen.getByText(texts.unread)).toBeDefined()
  expect(screen.queryByRole('table')).toBeNull()
})

it('shows why a scheduled report failed, and until when it waits', () => {
  const report = { work: 'report', holder: 'one', until: '2026-11-29T08:00:00.000Z' } as const
  const leases = [
    { ...report, failure: 'ENOSPC' },
    { ...report, failure: null },
  ]
  render(
    <IntlProvider language="en" texts={messages.en}>
      <CollectorsCard status={{ ...status, leases }} />
    </IntlProvider>,
  )
  const rows = within(screen.getByRole('table', { name: messages.en.admin.collectors.leases })).getAllByRole('row')
  const works = rows.slice(1).map((row) => within(row).getAllByRole('cell')[0]?.textContent)
  const failed = messages.en.admin.collectors.reportFailed.replace('{code}', 'ENOSPC')
  expect(works).toEqual([failed, messages.en.admin.work.report])
})
