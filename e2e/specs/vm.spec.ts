import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { expect, inTenant, leaveToSignIn, people, pickPerson, test } from '../fixtures/test'
import { tableWith } from '../fixtures/tables'
import { vmPath, vmPlace } from '../fixtures/vms'

const { vm: texts, verdict, states, evidence, flags, facts } = messages.en

test('the page shows the state of each disk, why, and what other tools would show', async ({
  page,
  tenant,
  signIn,
}) => {
  // Every tool says "encrypted" for this VM; one data disk never was.
  await signIn(people.chiara, await vmPath(tenant, 'vm-mongo-02'))
  await expect(page.getByRole('heading', { level: 1, name: 'vm-mongo-02' })).toBeVisible()
  await expect(page).toHaveTitle('vm-mongo-02 · Sealwatch')
  await expect(page.getByText(verdict.sentence['partly-some-data'])).toBeVisible()
  await expect(page.getByText(verdict.next.finish.title)).toBeVisible()
  await expect(page.getByText(verdict.actor.person, { exact: true })).toBeVisible()

  const matrix = tableWith(page, texts.evidence.against)
  await expect(matrix.getByRole('rowheader')).toHaveText(
    (['request', 'stamp', 'report', 'guest'] as const).map((kind) => new RegExp(evidence.kind[kind])),
  )
  const stamp = matrix.getByRole('row').filter({ hasText: evidence.kindHint.stamp })
  await expect(stamp.getByRole('cell')).toContainText([
    'encrypted',
    '1 of 2 encrypted',
    'instanceView.disks[]',
    'decides',
  ])
  const report = matrix.getByRole('row').filter({ hasText: evidence.kindHint.report })
  await expect(report).toContainText(/agent heartbeat \d+ s ago/)
  await expect(matrix.getByRole('row').filter({ hasText: evidence.kindHint.guest })).toContainText(
    evidence.value['not-attested'],
  )

  const volumes = tableWith(page, texts.volumes.lun).getByRole('row')
  await expect(volumes).toHaveCount(4)
  await expect(volumes.nth(1).getByRole('cell')).toHaveText([
    'OS',
    '–',
    '30 GiB',
    'encrypted',
    'Encrypted',
    /^encrypted/,
  ])
  await expect(volumes.nth(3).getByRole('cell')).toHaveText([
    'Data',
    '1',
    '1,024 GiB',
    evidence.stamp.absent,
    'Encrypted',
    states.volume['not-encrypted'],
  ])

  const tools = tableWith(page, texts.tools.shows).getByRole('row')
  await expect(tools.nth(1)).toContainText('ADE on 1 of 2')
  await expect(tools.nth(2)).toContainText(texts.tools.cliError)
  await expect(tools.nth(3)).toContainText('DataVolumesEncrypted: Encrypted')
  await expect(tools.nth(3)).toContainText(texts.tools.reason['report-replaces-stamp'])

  await expect(page.getByText('Encryption succeeded for all volumes').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: texts.message.meaning })).toBeVisible()
  await expect(page.getByRole('heading', { name: texts.message.steps })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: flags.flag['mixed-data-disks'] })).toContainText(
    flags.reason['some-data-disks-stamped'],
  )
  await expect(page.getByText(facts.passMeaning.single)).toBeVisible()
})

test('a stamp that contradicts the report is shown as a contradiction', async ({ page, tenant, signIn }) => {
  await signIn(people.chiara, await vmPath(tenant, 'vm-odd-conflict'))
  await expect(page.getByText(verdict.sentence['conflict-both'])).toBeVisible()
  const matrix = tableWith(page, texts.evidence.against)
  await expect(matrix.getByRole('img', { name: texts.evidence.contradiction })).toHaveCount(2)
  await expect(matrix.getByRole('row').filter({ hasText: evidence.kindHint.report })).toContainText(
    evidence.mark.contradicts,
  )
})

test('raw JSON is Azure’s answer without secret versions, has its own URL and can be copied', async ({
  page,
  context,
  tenant,
  signIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(people.chiara, await vmPath(tenant, 'vm-mongo-02'))
  await page.getByRole('tab', { name: texts.tabs.raw }).click()
  await expect(page).toHaveURL(/[?&]view=raw(&|$)/)
  const raw = page.getByRole('region', { name: texts.raw.label })
  const shown = JSON.parse(await raw.innerText()) as { name: string }
  expect(shown.name).toBe('vm-mongo-02')
  expect(await raw.innerText()).toMatch(/vault\.\w+/)
  expect(await raw.innerText(), 'version of a secret').not.toMatch(/\/secrets\/[^"/]+\/[0-9a-f]{32}/i)
  await page.getByRole('button', { name: texts.raw.copy }).click()
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(shown)
  await page.reload()
  await expect(raw).toBeVisible()
  await page.getByRole('tab', { name: texts.tabs.raw }).press('Home')
  await expect(page.getByRole('tab', { name: texts.tabs.now })).toBeFocused()
  await expect(page).not.toHaveURL(/view=/)
})

test('Re-check follows an encryption to its end', async ({ page, makeTenant }) => {
  const tenant = await makeTenant({ scenario: 'lifecycle' })
  await tenant.clock({ freeze: true })
  const name = 'linux-offline-os'
  const { id } = await vmPlace(tenant, name)
  await page.goto(`${await vmPath(tenant, name)}?tenant=${tenant.tenantId}`)
  await leaveToSignIn(page)
  await pickPerson(page, people.chiara)
  await expect(page.getByText(verdict.sentence['plain-read'])).toBeVisible()

  const recheck = async (state: string) => {
    await page.getByRole('button', { name: texts.again.recheck }).click()
    await expect(page.getByRole('status').filter({ hasText: `Re-checked. ${name}: ${state}.` })).toBeAttached()
  }
  await tenant.changeVm({ id, plan: 'linux-offline-os' })
  const minute = 60_000
  await tenant.clock({ step: 20 * minute })
  await recheck(states.state.encrypting)
  await expect(page.getByText(/OS disk is being encrypted/)).toBeVisible()
  await expect(page.getByText(verdict.actor.none, { exact: true })).toBeVisible()
  await tenant.clock({ step: 24 * 60 * minute })
  await recheck(states.state.encrypted)
  await expect(page.getByText(verdict.sentence.encrypted)).toBeVisible()
})

test('a guest’s message is shown as text, with its invisible characters named', async ({ page, tenant, signIn }) => {
  await signIn(people.chiara, await vmPath(tenant, 'vm-odd-hostile'))
  await expect(page.getByRole('heading', { level: 1, name: 'vm-odd-hostile' })).toBeVisible()
  const shown = page.getByText(/<img src=x onerror=alert\(1\)><script>alert\('ade'\)<\/script>/)
  await expect(shown.first()).toBeVisible()
  await expect(page.getByText('{{7*7}} ${7*7}', { exact: false }).first()).toBeVisible()
  await expect(page.getByText(/U\+202E/i).first()).toBeVisible()
  // Terminal colour sequences carry no text and are removed; no bidirectional control is left anywhere.
  const hidden = /[\p{Bidi_Control}\p{Cf}\x7f-\x9f]/u
  expect(await page.getByRole('main').innerText()).not.toMatch(hidden)
  await page.getByRole('tab', { name: texts.tabs.raw }).click()
  await expect(page.getByRole('region', { name: texts.raw.label })).toContainText('onerror=alert(1)')
  expect(await page.getByRole('main').innerText()).not.toMatch(hidden)
  // No image, no script: the watchdog would also have recorded the request and the blocked script.
  await expect(page.getByRole('main').getByRole('img', { name: '' })).toHaveCount(0)
})

test('an unknown message is reported as unknown, and a plain VM makes no claim', async ({ page, tenant, signIn }) => {
  await signIn(people.chiara, await vmPath(tenant, 'vm-odd-message'))
  await expect(page.getByText('Re-sealing volume group 7 of 9 with quantum-safe keys').first()).toBeVisible()
  await expect(page.getByText(texts.message.unrecognised)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: flags.flag['unrecognised-message'] })).toBeVisible()

  await page.goto(`${await vmPath(tenant, 'vm-build-01')}?tenant=${tenant.tenantId}`)
  await expect(page.getByText(verdict.sentence['other-host'])).toBeVisible()
  await expect(page.getByText(texts.message.none)).toBeVisible()
})

test('a failed VM shows message, cause and first step above the evidence, its name as title, and its subscription by name', async ({
  page,
  tenant,
  signIn,
}) => {
  const { problems } = await loadRemedies('en')
  const path = await vmPath(tenant, 'vm-sap-web-01')
  await signIn(people.chiara, path)
  // Opened again, as by a link while signed in.
  await page.goto(inTenant(path, tenant.tenantId))
  await expect(page.getByRole('heading', { level: 1, name: 'vm-sap-web-01' })).toBeVisible()
  await expect(page).toHaveTitle('vm-sap-web-01 · Sealwatch')
  const place = page.getByRole('navigation', { name: texts.breadcrumb })
  await expect(place).toContainText('Contoso Production')
  await expect(place).not.toContainText(/[0-9a-f]{8}-[0-9a-f]{4}/)
  await expect(page.getByRole('heading', { name: problems['os-failed-disk-touched'].title })).toBeVisible()
  await expect(page.getByRole('heading', { name: texts.message.steps })).toBeVisible()
  const headings = await page.getByRole('main').getByRole('heading').allInnerTexts()
  const inOrder = [
    texts.message.title,
    problems['os-failed-disk-touched'].title,
    texts.message.steps,
    texts.evidence.title,
  ]
  const places = inOrder.map((title) => headings.findIndex((heading) => heading.startsWith(title)))
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(places[0]).toBeGreaterThan(-1)
})
