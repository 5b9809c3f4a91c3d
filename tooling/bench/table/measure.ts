import { chromium, type Browser, type Locator, type Page } from '@playwright/test'
import { confirmCard } from '@/e2e/fixtures/test'
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
  /** Milliseconds from choosing a person on the sign-in page to the first row on the screen. */
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

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1680, height: 900 }, locale: 'en' })
  page.setDefaultTimeout(patience)
  await addProbe(page)
  return page
}

/** Signs in and waits for the first row. Returns both times, in epoch milliseconds. */
async function openFleet(page: Page, stage: Stage, tenant: BenchTenant): Promise<{ chosenAt: number; rowAt: number }> {
  await page.goto(`${stage.address}/?tenant=${tenant.tenantId}`)
  await page.getByRole('main').getByRole('button').first().click()
  const person = page.getByRole('button', { name: readers.product })
  await person.waitFor()
  const chosenAt = Date.now()
  await person.click()
  // The address names a tenant, so a new browser is asked whether it is the right one.
  await confirmCard(page).getByRole('button').first().press('Enter')
  await page.getByRole('rowheader').first().waitFor()
  return { chosenAt, rowAt: Date.now() }
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
  await openFleet(page, stage, tenant)
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
  const page = await newPage(browser)
  const { chosenAt, rowAt } = await openFleet(page, stage, tenant)
  const whileLoading = await clickWhileLoading(page, wholeFleet(page, vms))
  await page.close()
  const { firstPageAt } = await countTraffic(tenant)
  await tenant.remove()
  if (firstPageAt === null) throw new Error('No request reached Resource Graph.')
  return { vms, afterPageMs: rowAt - firstPageAt, afterSignInMs: rowAt - chosenAt, whileLoading }
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
