import { messages } from '@/lib/i18n/messages'
import { englishRemedies as words } from '@/lib/i18n/remedies/en'
import { expectLoaded, fleetOn } from '../fixtures/fleet'
import { findings } from '../fixtures/axe'
import { expect, leaveToSignIn, people, pickPerson, test } from '../fixtures/test'
import { ofTier } from '../fixtures/tier'
import { vmPath, vmPlace } from '../fixtures/vms'
import { troubleVm } from '../simulator/names'
import { stories } from '../troubleshoot/expected'

const { troubleshoot: texts, vm: vmTexts } = messages.en

test.use({ world: { scenario: 'troubleshooting' } })

/** Every fourth story, or all: e2e/troubleshoot checks the content of each story without a browser. */
const share = ofTier({ part: 8, whole: 2 })

/** Two halves, so that two workers share them. */
for (const half of [0, 1]) {
  test(
    `from the fleet row to the first cause and its first step, ${half + 1} of 2`,
    { tag: '@both' },
    async ({ page, signIn, tenant }) => {
      // The verdict on a stalled copy depends on its duration: the clock is frozen so that it does not change during
      // the test.
      await tenant.clock({ freeze: true })
      await signIn(people.chiara)
      const fleet = fleetOn(page)
      await expectLoaded(page)
      for (const [story, problem, cause, , step] of stories.filter((_, index) => index % share === half)) {
        await test.step(story, async () => {
          const name = troubleVm(story)
          await fleet.search.fill(name)
          await fleet.row(name).click()
          await fleet.panel(new RegExp(name)).getByRole('link', { name: vmTexts.next.guide }).click()
          const causes = page.getByRole('list', { name: texts.causes.label })
          await expect(causes.getByRole('button').first()).toContainText(words.causes[cause].title)
          await expect(page.getByRole('heading', { level: 3, name: words.steps[step].title })).toBeVisible()
          await expect(page.getByText(words.problems[problem].title).first()).toBeVisible()
          await page.goBack()
          await expect(fleet.search).toBeVisible()
          await page.keyboard.press('Escape')
        })
      }
    },
  )
}

test('Re-check reads again and shows what changed', async ({ page, signIn, tenant }) => {
  const name = troubleVm('restart-pending')
  const { id } = await vmPlace(tenant, name)
  await signIn(people.aiko, `${await vmPath(tenant, name)}?view=troubleshoot`)
  await expect(page.getByRole('list', { name: texts.causes.label })).toBeVisible()
  // The log that a step would save was read.
  await expect(page.getByText(/^The serial console log was read/)).toBeVisible()
  await tenant.changeVm({ id, agentReady: false })
  await page.getByRole('button', { name: texts.again }).click()
  const banner = page.getByRole('status').filter({ hasText: texts.changed.title })
  await expect(banner).toContainText(words.problems['agent-not-ready'].title)
})

test('a pasted console log ranks the causes again', async ({ page, signIn, tenant }) => {
  await signIn(people.chiara, `${await vmPath(tenant, troubleVm('state-unmount'))}?view=troubleshoot`)
  const causes = page.getByRole('list', { name: texts.causes.label })
  await expect(causes.getByRole('button').first()).toContainText(words.causes['service-holds-root'].title)
  await page
    .getByRole('textbox', { name: texts.inside.field })
    .fill('[AzureDiskEncryption] Current process root holders before killing: systemd-journald auditd')
  await page.getByRole('button', { name: texts.inside.read }).click()
  await expect(page.getByText(texts.inside.source.pasted)).toBeVisible()
})

test('Readiness folds passed checks, links the documentation, and shows the command for inside the VM', async ({
  page,
  signIn,
  tenant,
}) => {
  await signIn(people.aiko, `${await vmPath(tenant, troubleVm('ready-linux'))}?view=readiness`)
  const passes = page.getByRole('button', { name: new RegExp(texts.readiness.outcome.pass) })
  await expect(passes).toHaveAttribute('aria-expanded', 'false')
  const memory = page.getByRole('heading', { name: words.prerequisites.memory.title })
  await expect(memory).toBeHidden()
  await passes.click()
  await expect(memory).toBeVisible()
  await page.getByRole('button', { name: new RegExp(texts.readiness.outcome['not-visible']) }).click()
  await page.getByText(texts.readiness.inside).filter({ visible: true }).first().click()
  await expect(page.getByRole('button', { name: texts.steps.copy }).filter({ visible: true }).first()).toBeVisible()
  await expect(
    page
      .getByRole('link', { name: /Documentation of/ })
      .filter({ visible: true })
      .first(),
  ).toHaveAttribute('href', /^https:\/\/learn\.microsoft\.com\//)
})

test('a tab of the VM page has the same name as the guide of its row', async ({ page, signIn, tenant }) => {
  await signIn(people.chiara, await vmPath(tenant, troubleVm('vault-firewall')))
  await page.getByRole('tab', { name: vmTexts.tabs.troubleshoot }).click()
  await expect(page).toHaveURL(/[?&]view=troubleshoot(&|$)/)
  await page.reload()
  await expect(page.getByRole('list', { name: texts.causes.label })).toBeVisible()
})

test('a ticked step folds, and stays ticked after a reload and an idle sign-out', async ({ page, signIn, tenant }) => {
  await page.clock.install()
  await tenant.clock({ freeze: true })
  await signIn(people.chiara, `${await vmPath(tenant, troubleVm('vault-firewall'))}?view=troubleshoot`)
  const { title } = words.steps['show-vault']
  const box = page.getByRole('checkbox', { name: texts.steps.doneOf.replace('{step}', title) })
  const fold = page.getByRole('button', { name: texts.steps.detailsOf.replace('{step}', title) })
  await expect(fold).toHaveAttribute('aria-expanded', 'true')
  // Sealwatch has read the vault: it shows what it found, and the command only on request.
  const step = page.getByRole('listitem').filter({ has: box })
  await expect(step.getByText(/does not allow trusted Microsoft services/)).toBeVisible()
  const command = step.getByText(/az keyvault show/)
  await expect(command).toBeHidden()
  await step.getByText(texts.steps.yourself).click()
  await expect(command).toBeVisible()
  expect(await findings(page, 'all')).toEqual([])
  await box.check()
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await fold.click()
  await expect(fold).toHaveAttribute('aria-expanded', 'true')
  await page.reload()
  await expect(box).toBeChecked()
  await page.clock.fastForward('01:01:00')
  await expect(page.getByText(messages.en.frame.signIn.problem.idle.title)).toBeVisible()
  await leaveToSignIn(page)
  await pickPerson(page, people.chiara)
  await expect(box).toBeChecked()
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
})

test('only the step to take next is open: ticking it opens the one after it, and every step can be opened', async ({
  page,
  signIn,
  tenant,
}) => {
  await tenant.clock({ freeze: true })
  await signIn(people.chiara, `${await vmPath(tenant, troubleVm('vault-firewall'))}?view=troubleshoot`)
  const folds = page.getByRole('button', { name: /^Details: / })
  const open = page.getByRole('button', { name: /^Details: /, expanded: true })
  const boxes = page.getByRole('checkbox', { name: /^Done: / })
  await expect(folds.nth(2)).toBeVisible()
  await expect(open).toHaveCount(1)
  await expect(folds.first()).toHaveAttribute('aria-expanded', 'true')
  await boxes.first().check()
  await expect(folds.nth(1)).toHaveAttribute('aria-expanded', 'true')
  await expect(open).toHaveCount(1)
  // The command of a later step is one click away, and its warning stands beside it.
  const later = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Details: / }) })
    .nth(2)
  const copy = later.getByRole('button', { name: texts.steps.copy, exact: true }).filter({ visible: true })
  await expect(copy).toHaveCount(0)
  await folds.nth(2).click()
  await expect(copy.first()).toBeVisible()
  const all = page.getByRole('button', { name: texts.steps.openAll })
  await all.click()
  await expect(open).toHaveCount(await folds.count())
  expect(await findings(page, 'all')).toEqual([])
  await all.click()
  await expect(open).toHaveCount(1)
})

test('the step for the recent changes shows the Activity Log that Sealwatch reads', async ({
  page,
  signIn,
  tenant,
}) => {
  await tenant.clock({ freeze: true })
  await signIn(people.chiara, `${await vmPath(tenant, troubleVm('extension-running'))}?view=troubleshoot`)
  const step = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { level: 3, name: words.steps['show-recent-changes'].title }),
  })
  await expect(
    step.getByText(/^Activity Log of the last seven days for this VM.+read .+: \d+ events?$/).first(),
  ).toBeVisible()
  await step.getByRole('button', { name: /^Details: / }).click()
  const command = step.getByText(/az monitor activity-log list/)
  await expect(step.getByRole('listitem').first()).toContainText(messages.en.timeline.activity['disk-write'])
  await expect(command).toBeHidden()
  await step.getByText(texts.steps.yourself).click()
  await expect(command).toBeVisible()
})

test('the same problem on other VMs is one click away, with their number once the fleet was read', async ({
  page,
  signIn,
  tenant,
}) => {
  await signIn(people.chiara, `${await vmPath(tenant, troubleVm('vault-firewall'))}?view=troubleshoot`)
  await page.getByRole('link', { name: texts.same.others }).click()
  const problem = words.problems['host-rejected-key-settings'].title
  await expect(page.getByRole('heading', { level: 2, name: problem })).toBeVisible()
  const row = page.getByRole('link', { name: troubleVm('vault-firewall'), exact: true })
  await row.click()
  await page.getByRole('tab', { name: vmTexts.tabs.troubleshoot }).click()
  await expect(page.getByRole('link', { name: /Same problem on (at least )?\d+ VMs/ })).toBeVisible()
})
