import { messages } from '@/lib/i18n/messages'
import { test as base } from '../fixtures/local-test'
import {
  comparesFiles,
  fitsPhone,
  refusesFiles,
  showsFleet,
  taken,
  type Drop,
  type Taken,
} from '../fixtures/opened-file'
import { expect } from '../fixtures/test'

const test = base.extend<{ readonly taken: Taken }>({ taken })

/** Gives a file to Explain. */
const drop: Drop = async (page, file, language = 'en') => {
  await page.goto('/explain')
  await page.getByLabel(messages[language].explain.file, { exact: true }).setInputFiles(file)
  await page.waitForURL('/file')
}

test('a fleet dropped on Explain is shown in the page, and no request leaves it', async ({
  page,
  taken,
  tenant,
  baseURL,
}) => {
  const script = page.waitForResponse((response) => /worker\.generated.*\.js$/.test(new URL(response.url()).pathname))
  await showsFleet({ page, taken, tenant, baseURL, drop })
  // The policy of a worker is that of its script.
  expect((await script).headers()['content-security-policy']).toContain("default-src 'none'")
})

test('a file that is not whole, or none of ours, shows nothing but the reason', async ({
  page,
  taken,
  tenant,
  baseURL,
}) => {
  await refusesFiles({ page, taken, tenant, baseURL, drop })
  await expect(page.getByRole('table')).toHaveCount(0)
})

test('a fleet in a file is compared with another file of the tenant, as the command does it', async ({
  page,
  taken,
  tenant,
  baseURL,
}) => {
  await comparesFiles({ page, taken, tenant, baseURL, drop })
  await expect(page).toHaveURL(/\/file#\/compare/)
})

test('a fleet in a file is shown in Japanese on a phone, and nothing is wider than the window', async ({
  page,
  taken,
  tenant,
  baseURL,
}) => {
  await fitsPhone({ page, taken, tenant, baseURL, drop })
  await expect(page).toHaveURL(/\/file#/)
})
