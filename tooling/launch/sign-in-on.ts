import type { Page } from '@playwright/test'

/**
 * Signs a person of the fake directory in, on a page that asks for it, and confirms the tenant where the product asks.
 * @param port of the product
 */
export async function signInOn(page: Page, person: string, port: number): Promise<void> {
  await page.getByRole('main').getByRole('button').first().click()
  await page.getByRole('button', { name: person }).click()
  await page.waitForURL((url) => url.port === String(port) && !url.pathname.startsWith('/auth/'))
}
