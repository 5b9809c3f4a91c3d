import type { Page } from '@playwright/test'
import type { FaultInput } from '@/e2e/simulator/control/shapes'
import { messages } from '@/lib/i18n/messages'
import { countsOn, expectNothingBeyond, truthOf, type FleetTruth } from '../fixtures/claims'
import { drawFrom } from '../fixtures/draw'
import { fleetAnswer } from '../fixtures/fleet-answer'
import { apiError } from '@/lib/contract/errors'
import { expect, inTenant, people, test, type PersonName, type Tenant } from '../fixtures/test'
import { vmPath } from '../fixtures/vms'
import { troubleVm } from '../simulator/names'

const { fleet, history, inbox, report, retirement, snapshots, troubleshoot, vm, watches } = messages.en
/** A wait so long that the server reports it instead of retrying. */
const hour = '3600'

type Kind = 'denied' | 'partial' | 'partial-vms' | 'failed' | 'loading' | 'loading-some'

/** What a screen shows of how much was read. */
const marks: Readonly<Record<Kind, RegExp>> = {
  denied: /can’t read any VM/,
  partial: /Incomplete\./,
  'partial-vms': /Incomplete\./,
  failed: /Couldn’t load\./,
  loading: /Still loading\./,
  'loading-some': /Still loading\./,
}
const fleetMarks: Readonly<Record<Kind, RegExp>> = {
  denied: new RegExp(fleet.denied.title),
  partial: /could not be read/,
  'partial-vms': /could not be read/,
  failed: /Azure is unavailable|Azure is throttling requests/,
  loading: /Listing VMs in Azure/,
  'loading-some': /VMs read so far/,
}
/** Screens that read the fleet with its VMs, and the texts that would claim that there is nothing. */
const screens = [
  { path: '/', marks: fleetMarks, allClear: [fleet.filtered.title] },
  { path: '/needs-action', marks, allClear: [inbox.needs.none.text] },
  { path: '/causes', marks, allClear: [inbox.causes.none.text] },
  { path: '/retirement', marks, allClear: [retirement.none.title, retirement.none.text] },
  // The history itself does not read VMs: while they are read, only its last point is open.
  { path: '/history', marks: { ...marks, 'loading-some': null }, allClear: [history.fleet.none] },
  { path: '/report', marks, allClear: [report.causes.none] },
] as const

/** What stands where a VM would be, for its readiness: nothing says whether it is ready. */
const vmMarks: Readonly<Record<Kind, readonly RegExp[]>> = {
  denied: [new RegExp(vm.error.title['not-found'])],
  // What this user may not read is another VM.
  partial: [],
  'partial-vms': [new RegExp(vm.error.title['not-found'])],
  failed: [/Azure is unavailable|Azure is throttling requests/],
  loading: [/^Reading this VM/],
  'loading-some': [/^Reading this VM/],
}

interface Fault {
  readonly name: string
  readonly person: PersonName
  readonly kind: Kind
  readonly faults: (subscription: string) => readonly FaultInput[]
}
const faults: readonly Fault[] = [
  { name: 'no rights', person: people.dmitri, kind: 'denied', faults: () => [] },
  { name: 'some rights', person: people.aiko, kind: 'partial', faults: () => [] },
  {
    name: '500',
    person: people.chiara,
    kind: 'failed',
    faults: () => [{ kind: 'server-error', status: 500, retryAfter: hour }],
  },
  { name: '429', person: people.chiara, kind: 'failed', faults: () => [{ kind: 'throttle', retryAfter: hour }] },
  {
    name: 'a timeout',
    person: people.chiara,
    kind: 'failed',
    faults: () => [{ kind: 'server-error', status: 504, retryAfter: hour }],
  },
  {
    name: 'a list that takes long',
    person: people.chiara,
    kind: 'loading',
    faults: () => [{ kind: 'delay', milliseconds: 600_000 }],
  },
  {
    name: 'VMs that take long',
    person: people.chiara,
    kind: 'loading-some',
    faults: () => [{ kind: 'delay', milliseconds: 600_000, routes: ['vm-get'] }],
  },
  {
    name: 'one subscription gone',
    person: people.chiara,
    kind: 'partial-vms',
    faults: (subscription) => [{ kind: 'vanish', path: `/subscriptions/${subscription}/` }],
  },
]

const headingOf = (page: Page) => page.getByRole('heading', { level: 1 })

async function truth(tenant: Tenant, page: Page): Promise<FleetTruth> {
  await tenant.clock({ freeze: true })
  const { rows } = await fleetAnswer(page.request, await tenant.token({ person: people.chiara }))
  return truthOf([...rows.values()])
}

/** What this screen must not show with such a fault: any number where nothing was read, otherwise any 0. */
async function forbiddenOn(page: Page, kind: Kind): Promise<readonly string[]> {
  const { all, zeros } = await countsOn(page)
  return kind === 'denied' || kind === 'failed' || kind === 'loading' ? all : zeros
}

for (const { name, person, kind, faults: faultsOf } of faults)
  test(`with ${name}, no screen shows a number or an all-clear that was not read`, async ({ page, tenant, signIn }) => {
    const all = await truth(tenant, page)
    const [, , subscription = ''] = ((await tenant.vms())[0]?.id ?? '').split('/')
    for (const fault of faultsOf(subscription)) await tenant.addFault(fault)
    await signIn(person, '/following')
    const affected = screens.flatMap(({ marks: markOf, ...screen }) => {
      const mark = markOf[kind]
      return mark === null ? [] : [{ ...screen, mark }]
    })
    for (const { path, mark, allClear } of affected) {
      await page.goto(inTenant(path, tenant.tenantId))
      await expect(page.getByRole('main').getByText(mark).first()).toBeVisible()
      for (const text of allClear) await expect(page.getByText(text)).toHaveCount(0)
      expect(await forbiddenOn(page, kind), path).toEqual([])
      await expectNothingBeyond(page, all)
      // The same page as it is printed still says what was not read.
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('main').getByText(mark).first()).toBeVisible()
      expect(await forbiddenOn(page, kind), `${path}, printed`).toEqual([])
      await page.emulateMedia({ media: 'screen' })
    }
    const { name: ofVm } = (await tenant.vms()).find(({ id }) => id.includes(subscription)) ?? { name: '' }
    await page.goto(inTenant(`${await vmPath(tenant, ofVm)}?view=readiness`, tenant.tenantId))
    for (const vmMark of vmMarks[kind]) {
      await expect(page.getByRole('main').getByText(vmMark).first()).toBeVisible()
      await expect(page.getByText(troubleshoot.readiness.title)).toHaveCount(0)
    }
    // A user's own lists need no right in Azure: they are complete, and so they may say that nothing is there.
    await page.goto(inTenant('/snapshots', tenant.tenantId))
    await expect(page.getByText(snapshots.page.none.title)).toBeVisible()
    await page.goto(inTenant('/following', tenant.tenantId))
    await expect(page.getByText(watches.page.none.title)).toBeVisible()
  })

/** A user's own lists, and the text with which they say that nothing is in them. */
const ownLists = [
  { path: '/snapshots', api: '**/api/v1/snapshots', allClear: snapshots.page.none.title },
  { path: '/following', api: '**/api/v1/watches', allClear: watches.page.none.title },
] as const

for (const { path, api, allClear } of ownLists)
  test(`${path} says that nothing is there only once its list was read`, async ({ page, tenant, signIn, watchdog }) => {
    watchdog.tolerateConsole(/status of (403|429|50\d)/)
    await signIn(people.chiara, '/retirement')
    const cells = [
      [500, 'internal', marks.failed],
      [504, 'arm-timed-out', marks.failed],
      [429, 'too-many-requests', marks.failed],
      [403, 'arm-denied', marks.denied],
    ] as const
    for (const [status, code, mark] of cells) {
      await page.route(api, (route) => route.fulfill({ status, json: apiError(code) }))
      await page.goto(inTenant(path, tenant.tenantId))
      await expect(page.getByRole('main').getByText(mark).first()).toBeVisible()
      await expect(page.getByText(allClear)).toHaveCount(0)
      await page.unroute(api)
    }
    // An answer that does not come.
    await page.route(api, () => undefined)
    await page.goto(inTenant(path, tenant.tenantId))
    await expect(page.getByRole('main').getByText(marks.loading).first()).toBeVisible()
    await expect(page.getByText(allClear)).toHaveCount(0)
  })

test.describe('of a VM on which encryption would work', () => {
  test.use({ world: { scenario: 'troubleshooting' } })

  const around = ['vault-get', 'disk-get', 'security-group-get', 'locks-list-resource']
  /** Throttling closes the subscription to every further request: then the VM itself is not read, as tested above. */
  const hidden: readonly FaultInput[] = [
    { kind: 'deny', routes: around },
    { kind: 'server-error', status: 500, routes: around, retryAfter: hour },
    { kind: 'server-error', status: 504, routes: around, retryAfter: hour },
    { kind: 'vanish', routes: around },
  ]
  const { sum } = troubleshoot.readiness

  test('Readiness does not say ready where what decides it was not read', async ({ page, tenant, signIn }) => {
    const path = inTenant(`${await vmPath(tenant, troubleVm('ready-linux'))}?view=readiness`, tenant.tenantId)
    await signIn(people.chiara, path)
    await expect(page.getByText(/^Ready, /)).toBeVisible()
    for (const fault of hidden) {
      await tenant.addFault(fault)
      await page.goto(path)
      await expect(page.getByText(new RegExp(`^(${sum.unknown}|${sum['not-ready']})$`))).toBeVisible()
      await expect(page.getByText(/^Ready, /)).toHaveCount(0)
      await tenant.removeFaults()
    }
    await tenant.addFault({ kind: 'delay', milliseconds: 600_000, routes: around })
    await page.goto(path)
    await expect(page.getByText(troubleshoot.loading)).toBeVisible()
    await expect(page.getByText(/^Ready, /)).toHaveCount(0)
  })
})

/** Faults that let a load end. Each run of the test draws its own, of the same seed. */
const passing: readonly FaultInput[] = [
  { kind: 'server-error', routes: ['vm-get'], retryAfter: hour, skip: 20 },
  { kind: 'throttle', routes: ['vm-get'], retryAfter: hour, skip: 40 },
  { kind: 'deny', routes: ['resource-graph'], skip: 2 },
  { kind: 'garble', routes: ['vm-get'], skip: 5, times: 30 },
  { kind: 'null-page', routes: ['resource-graph'], skip: 1 },
  { kind: 'server-error', routes: ['subscriptions-list'], status: 500, retryAfter: hour },
  { kind: 'vanish', routes: ['vm-get'], skip: 10 },
]

function chosenOf<Value>(values: readonly Value[], draw: (below: number) => number): Value {
  const value = values[draw(values.length)]
  if (value === undefined) throw new Error('there is nothing to choose from')
  return value
}

async function changeFaults(tenant: Tenant, draw: (below: number) => number): Promise<void> {
  if (draw(2) === 0) await tenant.removeFaults()
  if (draw(3) > 0) await tenant.addFault(chosenOf(passing, draw))
}

test.describe('over a fleet whose inventory does not change', () => {
  test.use({ world: { scenario: 'fleet', vms: 60, subscriptions: 3, ade: 0.7 } })

  test('a random walk through the screens under random faults never shows more than the truth', async ({
    page,
    tenant,
    signIn,
    watchdog,
  }) => {
    watchdog.tolerateConsole(/status of (403|404|429|50\d)/)
    const draw = drawFrom(18)
    const all = await truth(tenant, page)
    await signIn(people.chiara, '/following')
    for (let step = 0; step < 10; step += 1) {
      await changeFaults(tenant, draw)
      const { path, allClear } = chosenOf(screens, draw)
      await page.goto(inTenant(path, tenant.tenantId))
      await expect(headingOf(page)).toBeVisible()
      await expectNothingBeyond(page, all)
      await expect(page.getByRole('main')).not.toContainText(/Still loading|read so far|Listing VMs/)
      await expectNothingBeyond(page, all)
      // There is always something in this fleet.
      for (const text of allClear) await expect(page.getByText(text)).toHaveCount(0)
    }
  })
})
