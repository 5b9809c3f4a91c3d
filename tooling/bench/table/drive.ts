import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { top } from '../../launch/paths'
import { median, quantile, type TableFigures } from './figures'

/** How to operate a table from inside its page; each part is a JavaScript expression. */
export interface Handles {
  /** The scrolling element. */
  readonly scroller: string
  /** A value that changes when other rows or another order are rendered. */
  readonly shown: string
  /** Actions by name; those of one list run in sequence and each changes the shown rows. */
  readonly sort: Readonly<Record<string, readonly string[]>>
  readonly filter: Readonly<Record<string, readonly string[]>>
}

const repeats = 5
const steps = 180
const pixels = 400

/** Adds the probe to every page that is opened afterwards. */
export async function addProbe(page: Page): Promise<void> {
  await page.addInitScript({ path: join(top, 'tooling/bench/table/probe.js') })
}

async function timeActions(page: Page, shown: string, actions: readonly string[]): Promise<number> {
  const times: number[] = []
  while (times.length < repeats) {
    const action = actions[times.length % actions.length] ?? ''
    const expression = `(() => {
      const before = ${shown}
      return tableProbe.until(() => { ${action} }, () => ${shown} !== before)
    })()`
    const time = page.evaluate<number>(expression).catch((cause: unknown) => {
      throw new Error(`nothing is shown after ${action}`, { cause })
    })
    times.push(await time)
  }
  return Math.round(median(times) * 10) / 10
}

async function timeAll(page: Page, shown: string, lists: Handles['sort']): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const [name, actions] of Object.entries(lists)) figures[name] = await timeActions(page, shown, actions)
  return figures
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return Math.round(usedSize / 1e5) / 10
}

/** Measures a table with all its rows loaded. */
export async function measureTable(
  page: Page,
  { scroller, shown, sort, filter }: Handles,
): Promise<Omit<TableFigures, 'firstRowMs'>> {
  const heapMb = await heapOf(page)
  const between = await page.evaluate<number[]>(`tableProbe.scroll(${scroller}, ${steps}, ${pixels})`)
  return {
    scrollP95: Math.round(quantile(between, 0.95) * 10) / 10,
    scrollWorst: Math.round(quantile(between, 1) * 10) / 10,
    sort: await timeAll(page, shown, sort),
    filter: await timeAll(page, shown, filter),
    heapMb,
  }
}
