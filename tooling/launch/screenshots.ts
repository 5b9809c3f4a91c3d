import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { expectLoaded } from '@/e2e/fixtures/fleet'
import { leaveToSignIn, people, pickPerson, type PersonName } from '@/e2e/fixtures/test'
import { simulatorClient, type TenantClient } from '@/e2e/simulator/control/client'
import { demoTenantIds } from '@/e2e/simulator/names'
import { messages } from '@/lib/i18n/messages'
import { animate } from './animation'
import { ensureBrowser } from './browser'
import { ensureBuild } from './build'
import { startDemo } from './demo-servers'
import { benchPorts, demoPorts } from './options'
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
  await pickPerson(page, person)
  // Where the window is narrow, the account is in the menu, and search is a button.
  const search = [messages.en.frame.search, messages.ja.frame.search].map((name) => page.getByRole('button', { name }))
  const account = page.getByRole('button', { name: person })
  await expect(search.reduce((one, other) => one.or(other), account)).toBeVisible({ timeout: 30_000 })
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

/** The fleet of the demo when all is read, without the demo's banner. */
async function tidy(page: Page): Promise<void> {
  await page.getByRole('button', { name: messages.en.demo.hide }).click()
  await page.mouse.move(0, 0)
  await expectLoaded(page)
}

interface Place {
  readonly address: string
  readonly tenant: TenantClient
}

async function takePage(browser: Browser, shot: Shot, { address, tenant }: Place): Promise<void> {
  const path = shot.vm === undefined ? (shot.path ?? '/') : await vmPath(tenant, shot.vm)
  const url = new URL(path, address)
  url.searchParams.set('tenant', tenant.tenantId)
  const page = await open(browser, shot, url.href)
  page.setDefaultTimeout(15_000)
  if (shot.person !== null) await signIn(page, shot.person)
  if (shot.demo === true) await tidy(page)
  if (shot.ready !== undefined) await page.getByText(shot.ready).first().waitFor({ timeout: 30_000 })
  await page.waitForTimeout(shot.waitMs ?? quiet)
  await shot.act?.(page)
  const folder = shot.readme === true ? join(top, 'docs', 'images') : join(top, '.sealwatch', 'screenshots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${shot.name}.png`), fullPage: shot.full ?? false })
  await page.context().close()
  process.stdout.write(`${shot.name}\n`)
}

async function take(browser: Browser, shot: Shot): Promise<void> {
  const azure = simulatorClient(`http://localhost:${benchPorts.http}`)
  const tenant = await azure.createTenant({ scenario: 'mixed', seed: 1, ...shot.world })
  for (const fault of shot.faults ?? []) await tenant.addFault(fault)
  await takePage(browser, shot, { address: `http://localhost:${benchPorts.product}`, tenant })
  await tenant.remove()
}

/** The pictures of the demo, and the README's animation. */
async function takeDemo(browser: Browser, wanted: readonly string[]): Promise<void> {
  const pictures = wantedShots(wanted).filter(({ demo }) => demo === true)
  const tour = wanted.length === 0 || wanted.includes('tour')
  if (pictures.length === 0 && !tour) return
  const { address } = await startDemo(demoPorts)
  const tenant = simulatorClient(`http://localhost:${demoPorts.http}`).tenant(demoTenantIds.demo)
  for (const shot of pictures) await takePage(browser, shot, { address, tenant })
  if (!tour) return
  const page = await open(browser, { name: 'tour' }, `${address}/?tenant=${tenant.tenantId}`)
  await signIn(page)
  await tidy(page)
  await animate(page, join(top, 'docs', 'images', 'tour.webp'))
  await page.context().close()
  process.stdout.write('tour\n')
}

const wantedShots = (wanted: readonly string[]): readonly Shot[] =>
  shots.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)))

async function takeWorlds(browser: Browser, wanted: readonly string[]): Promise<void> {
  const pictures = wantedShots(wanted).filter(({ demo }) => demo !== true)
  if (pictures.length === 0) return
  await startServers(benchPorts, 'start', { quiet: true })
  for (const shot of pictures) await take(browser, shot)
}

/**
 * `npm run screenshots [-- name …]`: pictures of every screen and state, for review. Those of the README are written
 * to docs/images, the others to .sealwatch/screenshots.
 */
async function screenshots(): Promise<void> {
  const built = await ensureBuild({ quiet: true })
  const path = ensureBrowser()
  if (built !== 0 || path === null) throw new Error('There is no build, or no browser.')
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
  const wanted = process.argv.slice(2)
  try {
    await takeDemo(browser, wanted)
    await takeWorlds(browser, wanted)
  } finally {
    await browser.close()
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
