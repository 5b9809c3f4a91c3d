// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react'
import { useSyncExternalStore } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import type { FleetQuery } from '@/components/queries/use-fleet'
import type { FleetEvent } from '@/lib/contract/fleet'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { applyFleetEvents } from '@/lib/views/fleet-merge'
import { emptyFleet } from '@/lib/views/fleet-model'
import { end, fleetRow, loadProgress, rows, start } from '@/lib/views/testing/fleet-rows'
import { LiveRegion } from '@/components/ui/live-region'
import { FleetPage } from './fleet-page'
// Imported up front, so that no test waits for the chunks that a browser loads lazily.
import './fleet-empty'
import './side-panel'

// Only ends tests that hang; no test measures it.
configure({ asyncUtilTimeout: 300_000 })

const running = {
  message: 'Encrypting data volume 2/3: 42%',
  messageKind: null,
  phase: 'data-encrypting',
  percent: 42,
} as const
const silent = {
  message: 'OS disk encryption started',
  messageKind: null,
  phase: 'os-encrypting',
  percent: null,
} as const
const fleet = applyFleetEvents(emptyFleet, [
  start(),
  {
    type: 'subscriptions',
    subscriptions: [{ id: '11111111-1111-4111-8111-111111111111', name: 'prod-eu', vms: 4, error: null }],
  },
  rows(
    fleetRow('calm', { state: 'not-encrypted', os: 'not-encrypted', reading: 'inventory' }),
    fleetRow('broken', { state: 'failed', os: 'failed', flags: ['last-operation-failed'] }),
    fleetRow('busy', {
      state: 'encrypting',
      data: { state: 'encrypting', stamped: 3, total: 3 },
      progress: running,
      history: {
        firstSeen: '2026-11-24T08:00:00Z',
        unbrokenSince: '2026-11-24T08:00:00Z',
        seenAt: '2026-11-24T09:00:00Z',
        before: null,
        beganBetween: false,
        work: {
          work: 'data-volumes',
          start: null,
          done: { basis: 'percent', done: 0.473, percent: 47, weighting: 'equal', index: 2, count: 3 },
          timeLeft: { basis: 'none', work: 'data-volumes', why: 'too-few-samples' },
          stuck: [],
        },
      },
    }),
    fleetRow('quiet', { state: 'encrypting', os: 'encrypting', progress: silent }),
  ),
  end(),
])
let query: FleetQuery
vi.mock('@/components/queries/use-fleet', () => ({ useFleet: () => query }))
vi.mock('@/components/queries/use-fleet-vm', () => ({
  useFleetVm: () => ({ data: undefined, error: null, isFetching: false, refetch: vi.fn() }),
}))
// They load late, and have their own tests.
vi.mock('@/components/notes/acknowledgement-card', () => ({ default: () => null }))
vi.mock('./open-default-view', () => ({ default: () => null }))
vi.mock('@/components/providers/session-context', () => ({
  useIsLocal: () => false,
  useSession: () => ({ tenantId: 'tenant', account: { username: 'ada@contoso.com' }, addAccount: vi.fn() }),
}))
vi.mock('@/components/providers/frame-slots', () => ({
  IntoSlot: ({ children }: { children: React.ReactNode }) => children,
}))
vi.mock('next/navigation', () => ({
  useSearchParams: () => {
    const text = useSyncExternalStore(
      (listener) => {
        addEventListener('address', listener)
        return () => removeEventListener('address', listener)
      },
      () => location.search,
    )
    return new URLSearchParams(text)
  },
}))

function show(language: Language = 'en') {
  return render(
    <IntlProvider language={language} texts={messages[language]}>
      <LiveRegion>
        <FleetPage />
      </LiveRegion>
    </IntlProvider>,
  )
}

beforeEach(() => {
  query = {
    fleet,
    isReading: false,
    isOffline: false,
    isPaused: false,
    problem: null,
    failing: null,
    refresh: vi.fn(),
    stop: vi.fn(),
  }
  window.history.replaceState(null, '', '/')
  for (const name of ['pushState', 'replaceState'] as const) {
    const real = window.history[name].bind(window.history)
    vi.spyOn(window.history, name).mockImplementation((...args) => {
      real(...args)
      dispatchEvent(new Event('address'))
    })
  }
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn()
      unobserve = vi.fn()
      disconnect = vi.fn()
    },
  )
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  window.matchMedia = (media) =>
    ({ media, matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as unknown as MediaQueryList
  HTMLElement.prototype.scrollTo = vi.fn()
  for (const [name, value] of [
    ['clientWidth', 1320],
    ['clientHeight', 600],
    ['offsetWidth', 1320],
    ['offsetHeight', 600],
  ] as const) {
    vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(value)
  }
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)
const strip = () => within(screen.getByRole('toolbar', { name: /VMs by state/ }))

describe('the fleet page', () => {
  it('puts what needs action first and counts every state, zeros too', () => {
    show()
    expect(names()).toEqual(['broken', 'busy', 'quiet', 'calm'])
    expect(strip().getAllByRole('link', { name: 'Failed: 1. Show only these.' }).length).toBeGreaterThan(0)
    expect(strip().getAllByRole('link', { name: 'Unknown: 0. Show only these.' }).length).toBeGreaterThan(0)
    expect(screen.getByText('4 VMs in 1 subscription')).toBeTruthy()
  })

  it('names no number of VMs and of subscriptions before the inventory is whole', () => {
    const listed: readonly FleetEvent[] = [
      start(),
      { type: 'subscriptions', subscriptions: [{ id: 's-1', name: 'prod-eu', vms: null, error: null }] },
      rows(fleetRow('first')),
    ]
    const progress = (inventoryComplete: boolean) =>
      ({ type: 'progress', progress: loadProgress({ inventoryComplete, vms: 1, read: 1, candidates: 1 }) }) as const
    query = { ...query, isReading: true, fleet: applyFleetEvents(emptyFleet, [...listed, progress(false)]) }
    show()
    expect(screen.getByText('1 VM read so far')).toBeTruthy()
    expect(screen.queryByText(/of 1 /)).toBeNull()
    cleanup()
    query = { ...query, fleet: applyFleetEvents(emptyFleet, [...listed, progress(true)]) }
    show()
    expect(screen.getByText('1 of 1 VMs read so far')).toBeTruthy()
    expect(screen.getByText('1 of 1 subscriptions')).toBeTruthy()
  })

  it.each([
    ['en', 'Queued, place 3'],
    ['ja', '順番待ち, 3 番目'],
  ] as const)('shows and announces the place of a load that waits (%s)', (language, text) => {
    const waiting = applyFleetEvents(fleet, [start(), { type: 'queued', place: 3 }])
    query = { ...query, fleet: waiting, isReading: true }
    show(language)
    expect(screen.getAllByRole('button', { name: new RegExp(`^${text}`) })).toHaveLength(1)
    expect(screen.getByRole('status').textContent.trim()).toBe(text)
    expect(names()).toEqual(['broken', 'busy', 'quiet', 'calm'])
  })

  it('draws the percentage of the run, not that of one volume, and none where none is known', () => {
    show()
    const bars = screen
      .getAllByRole('progressbar')
      .map((bar) => [bar.getAttribute('aria-valuetext'), bar.getAttribute('aria-valuenow')])
    expect(bars).toEqual([
      ['47 %', '47'],
      ['encrypting; no progress reported', null],
    ])
  })

  it('filters by the strip, adds with Ctrl, and writes the URL', () => {
    show()
    fireEvent.click(
      strip()
        .getAllByRole('link', { name: /^Failed/ })
        .at(-1)!,
    )
    expect(location.search).toBe('?state=failed')
    expect(names()).toEqual(['broken'])
    fireEvent.click(
      strip()
        .getAllByRole('link', { name: /^Encrypting/ })
        .at(-1)!,
      { ctrlKey: true },
    )
    expect(location.search).toBe('?state=failed&state=encrypting')
    expect(
      strip()
        .getAllByRole('link', { name: /^Failed/ })
        .at(-1)
        ?.getAttribute('aria-current'),
    ).toBe('true')
    fireEvent.click(
      strip()
        .getAllByRole('link', { name: /^Failed/ })
        .at(-1)!,
    )
    fireEvent.click(
      strip()
        .getAllByRole('link', { name: /^Failed/ })
        .at(-1)!,
    )
    expect(location.search).toBe('')
  })

  it('opens a row beside the table, moves with the arrow keys, and restores the focus', async () => {
    show()
    const row = screen.getByRole('row', { name: /broken/ })
    row.focus()
    fireEvent.keyDown(row, { key: 'Enter' })
    expect(location.search).toBe('?vm=11111111-1111-4111-8111-111111111111/rg-app/broken')
    const panel = await screen.findByRole('complementary', { name: 'Details of broken' })
    expect(within(panel).getByText(/last attempt to encrypt the OS disk failed/)).toBeTruthy()
    const headings = () => within(screen.getByRole('complementary')).getAllByRole('heading', { level: 3 })
    expect(headings().map(({ textContent }) => textContent)).toEqual(['Last message', 'Evidence'])
    expect(within(panel).getByRole('link', { name: 'Open VM page' }).getAttribute('href')).toBe(
      '/vm/11111111-1111-4111-8111-111111111111/rg-app/broken?tenant=tenant',
    )
    fireEvent.keyDown(panel, { key: 'ArrowDown' })
    expect(screen.getByRole('complementary', { name: 'Details of busy' })).toBeTruthy()
    expect(headings().map(({ textContent }) => textContent)).toEqual(['Evidence', 'Last message'])
    fireEvent.keyDown(screen.getByRole('complementary'), { key: 'Escape' })
    expect(screen.queryByRole('complementary')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('row', { name: /busy/ }))
    expect(location.search).toBe('')
  })

  it('shows dashes, not zeros, to a user who may read nothing, with the command to send', async () => {
    const denied = applyFleetEvents(emptyFleet, [
      start(),
      { type: 'subscriptions', subscriptions: [{ id: 's-1', name: 'lab-jpe', vms: null, error: 'arm-denied' }] },
      {
        type: 'gap',
        gap: {
          scope: 's-1',
          kind: 'subscription',
          code: 'arm-denied',
          azureCodes: ['AuthorizationFailed'],
          azureVersions: [],
        },
      },
      end(false),
    ])
    query = { ...query, fleet: denied }
    show()
    expect(strip().getAllByRole('link', { name: 'Failed: not read' }).at(-1)?.textContent).toContain('–')
    expect(await screen.findByRole('heading', { name: new RegExp('may not read any virtual machine') })).toBeTruthy()
    const command = screen.getByRole('figure').textContent
    expect(command).toContain('az role assignment create --role Reader')
    expect(command).toContain("'ada@contoso.com'")
    expect(command).toContain("'/subscriptions/s-1'")
  })

  it('has every text in Japanese', async () => {
    window.history.replaceState(null, '', '/?state=failed&vm=11111111-1111-4111-8111-111111111111/rg-app/broken')
    show('ja')
    expect(screen.getByRole('heading', { level: 1, name: 'フリート' })).toBeTruthy()
    expect(screen.getByText('サブスクリプション 1 件の VM 4 台')).toBeTruthy()
    expect(await screen.findByRole('complementary', { name: 'broken の詳細' })).toBeTruthy()
  })
})
