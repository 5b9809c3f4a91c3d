// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import type { NoteList } from '@/lib/contract/notes'
import type { DeliveredNotice } from '@/lib/contract/notices'
import { messages } from '@/lib/i18n/messages'
import NoticeCards from './notice-cards'

const at = '2026-11-28T08:00:00.000Z'
const vm = { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'RG-Sap', name: 'sap-db-1' }
const delivered: DeliveredNotice = {
  id: 1,
  watchId: 'w',
  vm,
  notice: { kind: 'failed', state: 'failed', before: 'encrypting', at, rule: null, episode: 1 },
  createdAt: at,
  undelivered: [],
}
let notes: Pick<NoteList, 'acknowledgements'>
vi.mock('@/components/queries/use-notes', () => ({ useNotes: () => ({ data: notes }) }))
afterEach(cleanup)

const acknowledgedAt = (time: string): typeof notes => ({
  acknowledgements: [
    {
      id: '/subscriptions/11111111-1111-4111-8111-111111111111/resourcegroups/rg-sap/providers/microsoft.compute/virtualmachines/sap-db-1',
      code: 'fix.state',
      note: '',
      assignee: 'Team SAP',
      version: 'v',
      by: { id: 'p', name: 'Chiara' },
      at: time,
    },
  ],
})
const show = () =>
  render(
    <IntlProvider language="en" texts={messages.en}>
      <NoticeCards
        notices={[delivered]}
        titleOf={() => vm.name}
        textOf={() => ''}
        pathOf={() => '/'}
        most={3}
        onDismiss={() => undefined}
      />
    </IntlProvider>,
  )

it('says on the card that the VM was acknowledged after the notice, and by whom', () => {
  notes = acknowledgedAt('2026-11-28T08:05:00.000Z')
  show()
  expect(screen.getByText(/Acknowledged/).textContent).toMatch(/by Chiara · Team SAP$/)
})

it('says nothing of an acknowledgement of an earlier time', () => {
  notes = acknowledgedAt('2026-11-28T07:00:00.000Z')
  show()
  expect(screen.getByRole('heading', { name: 'sap-db-1' })).toBeDefined()
  expect(screen.queryByText(/Acknowledged/)).toBeNull()
})
