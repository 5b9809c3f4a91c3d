// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GroupedPage } from '@/components/inbox/grouped-page'
import { localProblem, type ApiProblem } from '@/components/providers/api-problem'
import type { FetchApi } from '@/components/providers/fetch-api'
import { IntlProvider } from '@/components/providers/intl-provider'
import { FleetStateProvider } from '@/components/queries/fleet-state'
import { openBody } from '@/components/queries/testing/open-body'
import { ReportPage } from '@/components/report/report-page'
import { RetirementPage } from '@/components/retirement/retirement-page'
import { SnapshotsPage } from '@/components/snapshots/snapshots-page'
import { FleetHistory } from '@/components/timeline/fleet-history'
import { FollowingPage } from '@/components/watches/following-page'
import type { FleetEvent, Subscription } from '@/lib/contract/fleet'
import type { FleetHistory as History } from '@/lib/contract/history'
import type { Retirement } from '@/lib/contract/retirement'
import type { NoticeList } from '@/lib/contract/notices'
import type { WatchList } from '@/lib/contract/watches'
import { messages } from '@/lib/i18n/messages'
import { fail, ok } from '@/lib/shared/result'
import { end, fleetRow, rows, start } from '@/lib/views/testing/fleet-rows'

// An upper limit for a hanging test; a busy machine stays far below it.
configure({ asyncUtilTimeout: 30_000 })
let fetchApi: FetchApi
vi.mock('@/components/providers/session-context', () => ({
  useIsLocal: () => false,
  useSession: () => ({ status: 'signed-in', tenantId: 't', account: { homeAccountId: 'a', username: 'ada' } }),
}))
vi.mock('@/components/providers/use-api', () => {
  const api = { fetchApi: (...args: Parameters<FetchApi>) => fetchApi(...args) }
  return { useApi: () => api }
})
vi.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({ push: vi.fn() }),
}))

const text = messages.en
const words = text.ui.completeness
const readable: Subscription = { id: '11111111-1111-4111-8111-111111111111', name: 'prod', vms: 1, error: null }
const other: Subscription = { id: '22222222-2222-4222-8222-222222222222', name: 'billing', vms: null, error: null }
const calm = fleetRow('calm', { evidenceAt: new Date().toISOString() })

const now = (): string => new Date().toISOString()
const fleetOf = (subscriptions: readonly Subscription[], complete: boolean, ...more: FleetEvent[]): FleetEvent[] => [
  start(now()),
  { type: 'subscriptions', subscriptions: [...subscriptions] },
  ...more,
  end(complete, {}, now()),
]
const historyOf = (subscriptions: readonly Subscription[], complete: boolean, seen: number): History => ({
  failure: null,
  vms: seen,
  complete,
  subscriptions: [...subscriptions],
  moments: [{ at: now(), counts: seen === 0 ? {} : { encrypted: seen }, lastKnown: {} }],
  estimates: { runs: 0, fewest: 5, quality: [] },
})
const known: Retirement['backedUp'] = { known: true, value: [] }
const around: Retirement = {
  at: now(),
  features: [],
  sizes: [],
  disks: { known: true, value: [] },
  domainJoined: known,
  sessionHosts: known,
  backedUp: known,
  setMembers: known,
}
const watchList: WatchList = { failure: null, watches: [], webhooks: [], most: 10, proofHours: 24 }
const noticeList: NoticeList = { failure: null, following: true, notices: [], newest: 0 }
const followed: WatchList['watches'][number] = {
  id: 'w',
  target: { kind: 'view', name: 'All', view: { subscriptions: [], groups: [], os: [], states: [] } },
  kinds: ['finished'],
  channels: [],
  mutedUntil: null,
  createdAt: now(),
}

interface World {
  readonly fleet: readonly FleetEvent[]
  readonly history: History
}
/** The server's answers for a fleet of which only this part can be read. */
const answering =
  ({ fleet, history }: World): FetchApi =>
  (path) => {
    const json = (value: unknown) => Promise.resolve(ok(Response.json(value)))
    if (path.startsWith('/api/v1/fleet/history')) return json(history)
    if (path.startsWith('/api/v1/fleet'))
      return Promise.resolve(ok(new Response(fleet.map((event) => `${JSON.stringify(event)}\n`).join(''))))
    if (path.startsWith('/api/v1/retirement')) return json(around)
    if (path.startsWith('/api/v1/watches')) return json({ ...watchList, watches: [followed] })
    if (path.startsWith('/api/v1/notices')) return json(noticeList)
    return json({ failure: null, snapshots: [], most: 10 })
  }
const failing =
  (code: ApiProblem['code']): FetchApi =>
  () =>
    Promise.resolve(fail(localProblem(code)))
const gone = { ...other, error: 'arm-unreadable' } as const
const denied = { ...other, error: 'arm-denied' } as const

const whole: World = {
  fleet: fleetOf([{ ...readable, vms: 0 }], true),
  history: historyOf([{ ...readable, vms: 0 }], true, 0),
}
const encrypted: World = { fleet: fleetOf([readable], true, rows(calm)), history: historyOf([readable], true, 1) }
const partial = (missing: Subscription): World => ({
  fleet: fleetOf([readable, missing], false, rows(fleetRow('plain', { state: 'not-encrypted', pass: 'none' })), {
    type: 'gap',
    gap: {
      scope: missing.id,
      kind: 'subscription',
      code: missing.error ?? 'internal',
      azureCodes: [],
      azureVersions: [],
    },
  }),
  // The one VM of the list was in another state earlier: no time may state 0 VMs in either.
  history: {
    ...historyOf([readable, missing], false, 1),
    moments: [
      { at: new Date(Date.now() - 3_600_000).toISOString(), counts: { encrypting: 1 }, lastKnown: {} },
      { at: now(), counts: { encrypted: 1 }, lastKnown: {} },
    ],
  },
})

type Kind = Exclude<keyof typeof words.kind, 'whole'>
interface Scenario {
  readonly name: string
  readonly api: () => FetchApi
  readonly kind: Kind
  /** The content of screens with a user's own lists: those need no right in Azure. */
  readonly own: Kind | null
}
const scenarios: readonly Scenario[] = [
  {
    name: 'no rights: Azure lists no subscription',
    api: () => answering({ fleet: fleetOf([], true), history: historyOf([], false, 0) }),
    kind: 'denied',
    own: null,
  },
  {
    name: 'no rights: every subscription refuses',
    api: () => answering({ fleet: fleetOf([denied], false), history: historyOf([denied], false, 0) }),
    kind: 'denied',
    own: null,
  },
  { name: 'some rights', api: () => answering(partial(denied)), kind: 'partial', own: null },
  { name: 'one subscription gone', api: () => answering(partial(gone)), kind: 'partial', own: null },
  { name: '500', api: () => failing('internal'), kind: 'failed', own: 'failed' },
  { name: 'Azure answers 500', api: () => failing('arm-down'), kind: 'failed', own: 'failed' },
  { name: '429', api: () => failing('too-many-requests'), kind: 'failed', own: 'failed' },
  { name: 'Azure answers 429', api: () => failing('arm-throttled'), kind: 'failed', own: 'failed' },
  { name: 'timeout', api: () => failing('arm-timed-out'), kind: 'failed', own: 'failed' },
  { name: 'offline', api: () => failing('offline'), kind: 'failed', own: 'failed' },
  {
    name: 'still loading',
    api: () => (path) => {
      if (!path.startsWith('/api/v1/fleet?')) return new Promise(() => undefined)
      const stream = openBody()
      stream.send(start(now()), { type: 'subscriptions', subscriptions: [readable] })
      return Promise.resolve(ok(new Response(stream.body)))
    },
    kind: 'loading',
    own: 'loading',
  },
]

interface Screen {
  readonly name: string
  readonly Page: ComponentType
  readonly isOwn: boolean
  /** The text for an empty screen, as far as such a fleet allows it. */
  readonly allClear: readonly string[]
}
const { inbox, retirement, history, report, watches, snapshots } = text
const screens: readonly Screen[] = [
  {
    name: 'Needs action',
    Page: () => <GroupedPage view="needs" />,
    isOwn: false,
    allClear: [inbox.needs.none.title, inbox.needs.none.text],
  },
  {
    name: 'Causes',
    Page: () => <GroupedPage view="causes" />,
    isOwn: false,
    allClear: [inbox.causes.none.title, inbox.causes.none.text],
  },
  { name: 'Retirement', Page: RetirementPage, isOwn: false, allClear: [retirement.none.title, retirement.none.text] },
  { name: 'History', Page: FleetHistory, isOwn: false, allClear: [history.fleet.none] },
  { name: 'Report', Page: ReportPage, isOwn: false, allClear: [report.causes.none] },
  { name: 'Following', Page: FollowingPage, isOwn: true, allClear: [watches.page.noNews, watches.page.none.title] },
  { name: 'Snapshots', Page: SnapshotsPage, isOwn: true, allClear: [snapshots.page.none.title] },
]

function show({ Page }: Screen): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <IntlProvider language="en" texts={text}>
        <FleetStateProvider>
          <Page />
        </FleetStateProvider>
      </IntlProvider>
    </QueryClientProvider>,
  )
  return client
}

/** Every separate text of the page, without hidden ones. */
function texts(): readonly string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '')
  return found.filter((each) => each !== '')
}
const counts = () => texts().filter((each) => /^[\d,.]+( ?%)?$/.test(each))
const counted = () => texts().filter((each) => /(^|\s)\d[\d,]* (VMs?|groups?|disks?|problems?|unattached)\b/.test(each))
const zeros = () =>
  texts().filter((each) => /^0( ?%)?$/.test(each) || /(^|\s)0 (VMs?|groups?|disks?|problems?|of)\b/.test(each))

const titleOf: Readonly<Record<Kind, RegExp>> = {
  loading: /Still loading\./,
  partial: /Incomplete\./,
  denied: /can’t read any VM/,
  failed: /Couldn’t load\./,
  stale: /Last complete load/,
}

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn()
      unobserve = vi.fn()
      disconnect = vi.fn()
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe.each(screens)('$name', (page) => {
  it.each(scenarios)('claims only what was read: $name', async ({ api, kind, own }) => {
    const wanted = page.isOwn ? own : kind
    if (wanted === null) return
    fetchApi = api()
    show(page)
    await waitFor(() => expect(screen.getAllByText(titleOf[wanted]).length).toBeGreaterThan(0))
    for (const claim of page.allClear) expect(screen.queryByText(claim)).toBeNull()
    expect(zeros()).toEqual([])
    if (wanted !== 'partial') {
      expect([...counts(), ...counted()]).toEqual([])
      // Of VMs that were read it may speak only where some were.
      expect(screen.queryByText(report.causes.notKnown)).toBeNull()
    }
    if (wanted === 'failed') expect(screen.getAllByRole('button', { name: text.ui.retry }).length).toBeGreaterThan(0)
  })

  it('states that nothing exists only after a complete reading', async () => {
    fetchApi = page.name === 'Following' ? emptyLists : answering(page.name === 'Report' ? encrypted : whole)
    show(page)
    await waitFor(() => expect(page.allClear.some((claim) => screen.queryByText(claim) !== null)).toBe(true))
    await waitFor(() => {
      for (const title of Object.values(titleOf)) expect(screen.queryByText(title)).toBeNull()
    })
  })
})

const emptyLists: FetchApi = (path) =>
  Promise.resolve(ok(Response.json(path.startsWith('/api/v1/watches') ? watchList : noticeList)))

describe.each(screens.filter(({ name }) => name !== 'Following'))('$name after a failed refresh', (page) => {
  it('shows the age of the data and no all-clear', async () => {
    fetchApi = answering(page.name === 'Report' ? encrypted : whole)
    const client = show(page)
    await waitFor(() => expect(page.allClear.some((claim) => screen.queryByText(claim) !== null)).toBe(true))
    fetchApi = failing('arm-down')
    await client.refetchQueries()
    await waitFor(() => expect(screen.getAllByText(titleOf.stale).length).toBeGreaterThan(0))
    // The fleet's part follows as a transition.
    await waitFor(() => {
      for (const claim of page.allClear) expect(screen.queryByText(claim)).toBeNull()
    })
  })
})
