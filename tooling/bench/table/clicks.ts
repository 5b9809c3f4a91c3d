import type { Locator, Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'

const { fleet, states } = messages.en

/** How fast the page reacts while a fleet loads. */
export interface ClickFigures {
  readonly clicks: number
  /**
   * Milliseconds from the slowest click or key to the next painted frame, by the browser's Event Timing, which rounds to
   * 8 ms and reports nothing below 16 ms. Interaction to Next Paint (INP) of fewer than 50 interactions.
   */
  readonly worstMs: number
}

/** A user who narrows, sorts, looks at one VM and goes back, as often as the load allows. */
const actionsOn = (page: Page): readonly (() => Promise<void>)[] => {
  const table = page.getByRole('table', { name: fleet.table.label })
  const count = (name: string): Locator => page.getByRole('link', { name: new RegExp(`^${name}: `) })
  const head = (name: string): Locator => table.getByRole('columnheader').getByRole('button', { name, exact: true })
  return [
    () => count(states.state['not-encrypted']).click(),
    // Again: all are shown.
    () => count(states.state['not-encrypted']).click(),
    () => head(fleet.column.name).click(),
    () => table.getByRole('row').nth(4).click(),
    () => page.keyboard.press('Escape'),
    () => head(fleet.column.state).click(),
  ]
}

/** Uses the fleet page until its load has ended. @throws where the load ends before the first action */
export async function clickWhileLoading(page: Page, loaded: Locator): Promise<ClickFigures> {
  const actions = actionsOn(page)
  const done = async (): Promise<boolean> => (await loaded.count()) > 0
  let clicks = 0
  while (!(await done())) {
    await actions[clicks % actions.length]?.()
    clicks += 1
  }
  if (clicks === 0) throw new Error('The load ended before the first click.')
  const durations = await page.evaluate<number[]>('tableProbe.interactions()')
  return { clicks, worstMs: Math.max(0, ...durations) }
}
