import { chromium, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { confirmCard } from '@/e2e/fixtures/test'
import { messages } from '@/lib/i18n/messages'
import { ensureBrowser } from '../../launch/browser'
import type { World } from '../options'
import { whole } from '../print'
import { fleetTenant, readers, type BenchTenant, type Stage } from '../stage'
import { countTraffic } from '../traffic'
import { untilIdle } from '../usage'
import { clickWhileLoading, type ClickFigures } from './clicks'
import { addProbe, measureTable } from './drive'
import { measureExports, type ExportFigures } from './export'
import type { TableFigures } from './figures'
import { ofAgGrid, ofProduct } from './handles'
import { plainRows, type PlainRow } from './rows'
import { serveAgGrid } from './serve'

export interface FirstRows {
  readonly vms: number
  /** Milliseconds from the first Resource Graph page of the fake Azure to the first row on the screen. */
  readonly afterPageMs: number
  /**
   * Milliseconds from choosing a person on the sign-in page to the first row on the screen, for a user who has confirmed
   * the tenant before: how long one reads a question is no time of the product.
   */
  readonly afterSignInMs: number
  readonly whileLoading: ClickFigures
}

export interface TableReport {
  readonly vms: number
  readonly exports: readonly ExportFigures[]
  readonly product: TableFigures
  readonly agGrid: TableFigures
  readonly firstRows: FirstRows
}

/** Time for work after the last row: garbage collection, late effects. */
const settleMs = 3000
const patience = 300_000

const windowOptions = { viewport: { width: 1680, height: 900 }, locale: 'en' }

async function newPage(browser: Browser | BrowserContext): Promise<Page> {
  const page = await ('contexts' in browser ? browser.newPage(windowOptions) : browser.newPage())
  page.setDefaultTimeout(patience)
  await addProbe(page)
  return page
}

/** Signs in, up to the choice of the person. Returns when the sign-in page sent it, in epoch milliseconds. */
async function signIn(page: Page, stage: Stage, tenant: BenchTenant): Promise<number> {
  await page.goto(`${stage.address}/?tenant=${tenant.tenantId}`)
  await page.getByRole('main').getByRole('button').first().click()
  const sent = page.waitForRequest((request) => request.method() === 'POST').then(() => Date.now())
  await page.getByRole('button', { name: readers.product }).click()
  return sent
}

/** The address names a tenant, so a new browser is asked whether it is the right one. */
const confirm = (page: Page): Promise<void> => confirmCard(page).getByRole('button').first().press('Enter')

/** A browser in which the user has confirmed the tenant before, and which has read nothing. */
async function confirmedContext(browser: Browser, stage: Stage, tenant: BenchTenant): Promise<BrowserContext> {
  const first = await browser.newContext(windowOptions)
  const page = await newPage(first)
  await page.route('**/api/**', (route) => route.abort())
  await signIn(page, stage, tenant)
  await confirm(page)
  await page.getByRole('heading', { level: 1, name: messages.en.fleet.title }).waitFor()
  const { origins } = await first.storageState()
  await first.close()
  const kept = origins.map(({ origin, localStorage }) => ({
    origin,
    localStorage: localStorage.filter(({ name }) => name.startsWith('sealwatch.confirmed')),
  }))
  return browser.newContext({ ...windowOptions, storageState: { cookies: [], origins: kept } })
}

/** The text that stands beside the title once every VM was read. */
const wholeFleet = (page: Page, vms: number): Locator => page.getByText(new RegExp(`^${whole(vms)} VMs in `))

async function measureProduct(
  browser: Browser,
  stage: Stage,
  tenant: BenchTenant,
  vms: number,
): Promise<Pick<TableReport, 'product' | 'exports'>> {
  const page = await newPage(browser)
  await signIn(page, stage, tenant)
  await confirm(page)
  await wholeFleet(page, vms).waitFor()
  // In production the server is another machine: its history writes must not slow the browser here.
  await untilIdle(stage.productPid)
  await page.waitForTimeout(settleMs)
  const figures = await measureTable(page, ofProduct)
  const exports = await measureExports(page, stage.productPid)
  await page.close()
  return { product: { firstRowMs: null, ...figures }, exports }
}

async function measureAgGrid(browser: Browser, rows: readonly PlainRow[]): Promise<TableFigures> {
  const server = await serveAgGrid(rows)
  try {
    const page = await newPage(browser)
    const since = Date.now()
    await page.goto(server.address)
    await page.locator('.ag-row').first().waitFor()
    const firstRowMs = Date.now() - since
    await page.waitForTimeout(settleMs)
    const figures = await measureTable(page, ofAgGrid)
    await page.close()
    return { firstRowMs, ...figures }
  } finally {
    server.close()
  }
}

/** The first rows of a fleet as a user sees them, from sign-in on. */
async function measureFirstRows(browser: Browser, stage: Stage): Promise<FirstRows> {
  const vms = 10_000
  const tenant = await fleetTenant(stage.azure, { vms, subscriptions: 10, ade: 0.05, latencyMs: 60, scale: 1 })
  const context = await confirmedContext(browser, stage, tenant)
  const page = await newPage(context)
  const chosenAt = await signIn(page, stage, tenant)
  await page.waitForURL(`${stage.address}/**`, { waitUntil: 'commit' })
  await page.locator('[role=rowheader]').first().waitFor()
  const rowAt = await page.evaluate<number>('tableProbe.firstRow')
  const { firstPageAt } = await countTraffic(tenant)
  const loaded = `document.querySelector('h1 + p')?.textContent.startsWith('${whole(vms)} VMs in ') === true`
  const whileLoading = await clickWhileLoading(browser, page, loaded, async () => {
    await page.goto(stage.address)
    await page.locator('[role=rowheader]').first().waitFor()
  })
  await context.close()
  await tenant.remove()
  if (firstPageAt === null) throw new Error('No request reached Resource Graph.')
  return {
    vms,
    afterPageMs: Math.round(rowAt - firstPageAt),
    afterSignInMs: Math.round(rowAt - chosenAt),
    whileLoading,
  }
}

/** Measures the product's fleet page and AG Grid, each with the same rows, one after the other in the same browser. */
export async function measureTables(stage: Stage, world: World): Promise<TableReport> {
  const executablePath = ensureBrowser('whole')
  if (executablePath === null) throw new Error('No browser: install Chromium or Chrome, or set SEALWATCH_CHROMIUM.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const tenant = await fleetTenant(stage.azure, world, true)
  try {
    const own = await measureProduct(browser, stage, tenant, world.vms)
    const rows = await plainRows(stage.address, await tenant.token({ person: readers.product }))
    const agGrid = await measureAgGrid(browser, rows)
    return { vms: world.vms, ...own, agGrid, firstRows: await measureFirstRows(browser, stage) }
  } finally {
    await browser.close()
    await tenant.remove()
  }
}
