// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import type { FleetQuery } from '@/components/queries/use-fleet'
import type { FleetEvent } from '@/lib/contract/fleet'
import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { applyFleetEvents } from '@/lib/views/fleet-merge'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { end, fleetRow, rows, start } from '@/lib/views/testing/fleet-rows'
import { GroupedPage } from './grouped-page'

const remedies = await loadRemedies('en')
let query: FleetQuery
vi.mock('@/components/queries/use-fleet', () => ({ useFleet: () => query }))
vi.mock('@/components/providers/session-context', () => ({ useSession: () => ({ tenantId: 'tenant' }) }))
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
    expect(list()).toMatch(/You can read no VM/)
    expect(list('a')).not.toContain('All VMs')
  })
})
