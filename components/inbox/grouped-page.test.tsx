// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import type { FleetQuery } from '@/components/queries/use-fleet'
import type { FleetEvent } from '@/lib/contract/fleet'
import type { NoteList } from '@/lib/contract/notes'
import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { applyFleetEvents } from '@/lib/views/fleet-merge'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { end, fleetRow, rows, start } from '@/lib/views/testing/fleet-rows'
import { GroupedPage } from './grouped-page'

const remedies = await loadRemedies('en')
let query: FleetQuery
vi.mock('@/components/queries/use-fleet', () => ({ useFleet: () => query }))
let notes: NoteList
const noteAll = vi.fn(() => Promise.resolve({ outcome: { kind: 'saved', version: 'v', at: '' } as const, done: 1 }))
vi.mock('@/components/queries/use-notes', () => ({
  useNotes: () => ({ data: notes, error: null }),
  useNoteWriter: () => ({ write: vi.fn(), noteAll }),
}))
const session = { cloud: 'public', tenantId: 'tenant', account: { homeAccountId: 'person' } }
vi.mock('@/components/providers/session-context', () => ({ useSession: () => session, useIsLocal: () => false }))
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams() }))
vi.mock('@/components/state/use-remedies', () => ({ useRemedies: () => remedies }))

const text = messages.en.inbox
const waiting = (name: string): ReturnType<typeof fleetRow> =>
  fleetRow(name, { state: 'restart-pending', os: 'restart-pending', evidenceAt: new Date().toISOString() })
const now = new Date().toISOString()
const queryOf = (fleet: FleetModel, isReading: boolean): FleetQuery => ({
  fleet,
  isReading,
  isOffline: false,
  isPaused: false,
  problem: null,
  failing: null,
  refresh: vi.fn(),
  stop: vi.fn(),
})
const subscriptions: FleetEvent = {
  type: 'subscriptions',
  subscriptions: [{ id: '11111111-1111-4111-8111-111111111111', name: 'prod', vms: null, error: null }],
}
const page = () => (
  <IntlProvider language="en" texts={messages.en}>
    <GroupedPage view="needs" />
  </IntlProvider>
)
const command = () => screen.getByRole('figure', { name: text.restart.label }).textContent
const tick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Select ${name}` })

const noNotes: NoteList = { failure: null, complete: true, waves: [], members: [], acknowledgements: [] }
beforeEach(() => {
  notes = noNotes
  noteAll.mockClear()
  localStorage.clear()
})
afterEach(cleanup)

describe('the restart command', () => {
  it('covers every selected VM, however late its row arrived', () => {
    const early = applyFleetEvents(emptyFleet, [start(now), subscriptions, rows(waiting('a'), waiting('b'))])
    query = queryOf(early, true)
    const { rerender } = render(page())
    expect(command()).toContain('/virtualMachines/b')
    expect(command()).toContain(`# ${text.restart.comment}`)
    expect(screen.getByText(text.restart.incomplete)).toBeTruthy()
    fireEvent.click(tick('b'))

    const late = Array.from({ length: 28 }, (_, index) => waiting(`late-${index}`))
    query = queryOf(applyFleetEvents(early, [rows(...late), end(true, {}, now)]), false)
    rerender(page())
    expect(tick('late-27').checked).toBe(true)
    expect(tick('b').checked).toBe(false)
    expect(command().match(/virtualMachines\//g)).toHaveLength(29)
    expect(command()).not.toContain('/virtualMachines/b')
    expect(command()).not.toContain(text.restart.comment)
    expect(screen.queryByText(text.restart.incomplete)).toBeNull()
    expect(screen.getByText('Restarts 29 selected VMs.')).toBeTruthy()
  })

  it('contains no VM after all were cleared, including those that are not drawn or arrive later', () => {
    const many = Array.from({ length: 240 }, (_, index) => waiting(`vm-${index}`))
    const early = applyFleetEvents(emptyFleet, [start(now), subscriptions, rows(...many)])
    query = queryOf(early, true)
    const { rerender } = render(page())
    fireEvent.click(within(screen.getByRole('table')).getByRole('checkbox', { name: text.table.all }))
    query = queryOf(applyFleetEvents(early, [rows(waiting('late'))]), true)
    rerender(page())
    expect(screen.getByText(text.restart.none)).toBeTruthy()
  })
})

describe('a list without a group', () => {
  it.each(['needs', 'causes'] as const)('says of how many readable VMs it speaks: %s', (view) => {
    const list = (...names: readonly string[]) => {
      const found = rows(...names.map((name) => fleetRow(name, { evidenceAt: now })))
      query = queryOf(applyFleetEvents(emptyFleet, [start(now), subscriptions, found, end(true, {}, now)]), false)
      cleanup()
      const { container } = render(
        <IntlProvider language="en" texts={messages.en}>
          <GroupedPage view={view} />
        </IntlProvider>,
      )
      return container.textContent
    }
    expect(list('a', 'b', 'c')).toMatch(/None of the 3 VMs that you can read (needs action|shows a problem)/)
    expect(list('a')).toMatch(/The one VM that you can read/)
    expect(list()).toMatch(/The subscriptions that you can read contain no VMs/)
    expect(list('a')).not.toContain('All VMs')
    expect(list('a')).not.toContain(messages.en.notes.queue.now)
  })
})

describe('the queue', () => {
  const texts = messages.en.notes
  const seen = (name: string, firstSeen: string | null) =>
    fleetRow(name, {
      ...waiting(name),
      history:
        firstSeen === null
          ? null
          : { firstSeen, unbrokenSince: firstSeen, seenAt: now, before: null, beganBetween: false, work: null },
    })
  const keyOf = (name: string) => fleetRow(name, {}).key
  const acknowledged = (name: string, more: object = {}) => ({
    id: keyOf(name),
    code: 'restart.state',
    note: 'Window on Sunday',
    assignee: 'Team SAP',
    version: 'v1',
    by: { id: 'p', name: 'Chiara' },
    at: '2026-11-28T08:00:00.000Z',
    ...more,
  })
  const show = (...all: readonly ReturnType<typeof fleetRow>[]) => {
    query = queryOf(applyFleetEvents(emptyFleet, [start(now), subscriptions, rows(...all), end(true, {}, now)]), false)
    return render(page())
  }
  const shownNames = () => screen.queryAllByRole('rowheader').map(({ textContent }) => textContent)

  it('shows who works on a VM, until its problem or its run of the state is another one', () => {
    notes = {
      ...noNotes,
      acknowledgements: [acknowledged('a'), acknowledged('b', { code: 'fix.state' }), acknowledged('c')],
    }
    show(
      seen('a', '2026-11-28T07:00:00.000Z'),
      seen('b', '2026-11-28T07:00:00.000Z'),
      seen('c', '2026-11-28T09:00:00.000Z'),
    )
    expect(screen.getByText('Team SAP')).toBeTruthy()
    expect(screen.getByText('Window on Sunday')).toBeTruthy()
    expect(screen.getByRole('button', { name: `${texts.acknowledge}: b` })).toBeTruthy()
    expect(screen.getByRole('button', { name: `${texts.acknowledge}: c` })).toBeTruthy()
    expect(screen.getByText('1 acknowledged')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Acknowledge 2 VMs' }))
    expect(noteAll).toHaveBeenCalledWith(
      { kind: 'acknowledgement', acknowledgement: { code: 'restart.state', note: '', assignee: '' } },
      [keyOf('b'), keyOf('c')],
    )
  })

  it('is limited to what is new since the shift and not acknowledged, and says what that hides', () => {
    notes = { ...noNotes, acknowledgements: [acknowledged('new')] }
    show(seen('old', '2026-11-28T05:00:00.000Z'), seen('new', '2026-11-28T07:00:00.000Z'), seen('unknown', null))
    fireEvent.change(screen.getByLabelText(texts.queue.since), {
      target: { value: localOf('2026-11-28T06:00:00.000Z') },
    })
    // A VM whose first detection is not known may be new.
    expect(shownNames().sort()).toEqual(['new', 'unknown'])
    expect(screen.getByText('1 older VM is hidden.')).toBeTruthy()
    fireEvent.click(screen.getByLabelText(texts.queue.open))
    expect(shownNames()).toEqual(['unknown'])
    expect(screen.getByText('1 older VM is hidden. 1 acknowledged VM is hidden.')).toBeTruthy()
    cleanup()
    // It is remembered; and an empty list is no all-clear.
    show(seen('old', '2026-11-28T05:00:00.000Z'))
    expect(screen.getByText(texts.queue.nothing)).toBeTruthy()
    expect(screen.queryByText(/needs no action/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: texts.queue.all }))
    expect(shownNames()).toEqual(['old'])
  })

  it('hides nothing as acknowledged while that could not be read', () => {
    notes = { ...noNotes, failure: 'unreachable' }
    show(seen('a', null))
    fireEvent.click(screen.getByLabelText(texts.queue.open))
    expect(shownNames()).toEqual(['a'])
    expect(screen.getByText(texts.unread)).toBeTruthy()
    expect(screen.getAllByText(texts.unknown).length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: new RegExp(texts.acknowledge) })).toBeNull()
  })
})

function localOf(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
