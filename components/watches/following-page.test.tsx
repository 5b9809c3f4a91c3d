// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import type { NoteList } from '@/lib/contract/notes'
import type { DeliveredNotice, NoticeList } from '@/lib/contract/notices'
import type { WatchList } from '@/lib/contract/watches'
import { messages } from '@/lib/i18n/messages'
import { FollowingPage } from './following-page'

const vm = { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'RG-Sap', name: 'sap-db-1' }
const at = '2026-11-28T08:00:00.000Z'
const delivered: DeliveredNotice = {
  id: 1,
  watchId: 'w',
  vm,
  notice: { kind: 'failed', state: 'failed', before: 'encrypting', at, rule: null, episode: 1 },
  createdAt: at,
  undelivered: [],
}
const watches: WatchList = {
  failure: null,
  watches: [{ id: 'w', target: { kind: 'vm', vm }, kinds: ['failed'], channels: [], mutedUntil: null, createdAt: at }],
  webhooks: [],
  most: 100,
  proofHours: 24,
}
const notices: NoticeList = { failure: null, following: true, notices: [delivered], newest: 1 }
let notes: NoteList | undefined
const query = (data: unknown) => ({ data, error: null, isError: false, dataUpdatedAt: Date.now(), refetch: vi.fn() })
vi.mock('@/components/queries/use-watches', () => ({
  useWatches: () => query(watches),
  useChangeWatches: () => ({ mutate: vi.fn() }),
}))
vi.mock('@/components/queries/use-notices', () => ({ useNotices: () => query(notices) }))
vi.mock('@/components/queries/use-notes', () => ({ useNotes: () => query(notes) }))
vi.mock('@/components/providers/session-context', () => ({
  useSession: () => ({ tenantId: 'tenant' }),
  useIsLocal: () => false,
}))
vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))
afterEach(cleanup)

const listOf = (acknowledgedAt: string): NoteList => ({
  failure: null,
  complete: true,
  waves: [],
  members: [],
  acknowledgements: [
    {
      id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourcegroups/rg-sap/providers/microsoft.compute/virtualmachines/sap-db-1',
      code: 'fix.state',
      note: 'Window on Sunday',
      assignee: 'Team SAP',
      version: 'v',
      by: { id: 'p', name: 'Chiara' },
      at: acknowledgedAt,
    },
  ],
})
const show = () => {
  cleanup()
  const { container } = render(
    <IntlProvider language="en" texts={messages.en}>
      <FollowingPage />
    </IntlProvider>,
  )
  expect(screen.getAllByText('sap-db-1').length).toBeGreaterThan(0)
  return container.textContent
}

it('shows beside a notice who acknowledged the VM after it, and nothing of an earlier acknowledgement', () => {
  notes = listOf('2026-11-28T09:00:00.000Z')
  expect(show()).toMatch(/Acknowledged .+ by Chiara · Team SAP · Window on Sunday/)
  notes = listOf('2026-11-28T07:00:00.000Z')
  expect(show()).not.toContain('Chiara')
  notes = undefined
  expect(show()).not.toContain('Acknowledged')
})
