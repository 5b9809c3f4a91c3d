import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { confirmCard, leaveToSignIn, people, type PersonName } from '@/e2e/fixtures/test'
import { simulatorClient, type TenantClient } from '@/e2e/simulator/control/client'
import { animate } from './animation'
import { ensureBrowser } from './browser'
import { ensureBuild } from './build'
import { benchPorts } from './options'
import { top } from './paths'
import { stopAll } from './processes'
import { startServers } from './servers'
import { shots, type Shot } from './shots'

const quiet = 1500

async function open(browser: Browser, shot: Shot, address: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: shot.width ?? 1280, height: shot.height ?? 800 },
    colorScheme: shot.scheme ?? 'light',
    contrast: shot.contrast ?? 'no-preference',
    locale: shot.language ?? 'en',
    deviceScaleFactor: shot.scale ?? 1,
  })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function signIn(page: Page, person: PersonName = people.aiko): Promise<void> {
  await leaveToSignIn(page)
  await page.getByRole('button', { name: person, exact: true }).click()
  // The address names a tenant, so a new browser is always asked whether it is the right one.
  await confirmCard(page).getByRole('button').first().press('Enter')
  // A row under the mouse would keep its place while others arrive.
  await page.mouse.move(0, 0)
}

/** The path of a VM's page, found by its name in the tenant. */
async function vmPath(tenant: TenantClient, name: string): Promise<string> {
  const vm = (await tenant.vms()).find((one) => one.name === name)
  if (vm === undefined) throw new Error(`no VM named ${name}`)
  const [, , subscription = '', , group = '', , , , vmName = ''] = vm.id.split('/')
  return `/vm/${subscription}/${group}/${vmName}`
}

async function take(browser: Browser, shot: Shot, folder: string): Promise<void> {
  const azure = simulatorClient(`http://localhost:${benchPorts.http}`)
  const tenant = await azure.createTenant({ scenario: 'mixed', seed: 1, ...shot.world })
  for (const fault of shot.faults ?? []) await tenant.addFault(fault)
  const path = shot.vm === undefined ? (shot.path ?? '/') : await vmPath(tenant, shot.vm)
  const url = new URL(path, `http://localhost:${benchPorts.product}`)
  url.searchParams.set('tenant', tenant.tenantId)
  const page = await open(browser, shot, url.href)
  page.setDefaultTimeout(15_000)
  if (shot.person !== null) await signIn(page, shot.person)
  if (shot.ready !== undefined) await page.getByText(shot.ready).first().waitFor({ timeout: 30_000 })
  await page.waitForTimeout(shot.waitMs ?? quiet)
  await shot.act?.(page)
  await page.screenshot({ path: join(folder, `${shot.name}.png`), fullPage: shot.full ?? false })
  await page.context().close()
  await tenant.remove()
  process.stdout.write(`${shot.name}\n`)
}

/**
 * `npm run screenshots [-- name …]`: pictures of every screen and state, for review. Those of the README are written
 * to docs/images, the others to .sealwatch/screenshots.
 */
async function screenshots(): Promise<void> {
  const built = await ensureBuild({ quiet: true })
  const path = ensureBrowser()
  if (built !== 0 || path === null) throw new Error('There is no build, or no browser.')
  await startServers(benchPorts, 'start', { quiet: true })
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
  const wanted = process.argv.slice(2)
  try {
    await takeAll(browser, wanted)
    if (wanted.length === 0 || wanted.includes('tour')) await takeTour(browser)
  } finally {
    await browser.close()
  }
}

/** The README's animation. */
async function takeTour(browser: Browser): Promise<void> {
  const azure = simulatorClient(`http://localhost:${benchPorts.http}`)
  const tenant = await azure.createTenant({ scenario: 'mixed', seed: 1 })
  const page = await open(
    browser,
    { name: 'tour' },
    `http://localhost:${benchPorts.product}/?tenant=${tenant.tenantId}`,
  )
  await signIn(page)
  await animate(page, join(top, 'docs', 'images', 'tour.webp'))
  await page.context().close()
  await tenant.remove()
  process.stdout.write('tour\n')
}

async function takeAll(browser: Browser, wanted: readonly string[]): Promise<void> {
  for (const shot of shots) {
    if (wanted.length > 0 && !wanted.some((name) => shot.name.startsWith(name))) continue
    const folder = shot.readme === true ? join(top, 'docs', 'images') : join(top, '.sealwatch', 'screenshots')
    mkdirSync(folder, { recursive: true })
    await take(browser, shot, folder)
  }
}

try {
  await screenshots()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
