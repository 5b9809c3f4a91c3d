import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { top } from '../../launch/paths'
import { watchUsage, usageNow } from '../usage'

const { export: texts } = messages.en.fleet
const formats = ['csv', 'xlsx', 'jsonl'] as const
type ExportFormat = (typeof formats)[number]

/** The cost of saving a whole view from its page. */
export interface ExportFigures {
  readonly format: ExportFormat
  /** From the choice in the menu to the complete file. */
  readonly seconds: number
  readonly fileMb: number
  /** Growth of the server's memory during the export. */
  readonly serverGrowthMb: number
}

/** Saves the view that a page shows; the file stays as `.sealwatch/bench-export.*`, so that other programs can open it. */
async function measureExport(page: Page, productPid: number, format: ExportFormat): Promise<ExportFigures> {
  await page.getByRole('button', { name: texts.button, exact: true }).click()
  const item = page.getByRole('menuitem', { name: texts.format[format] })
  await item.waitFor()
  const before = await usageNow(productPid)
  const watch = await watchUsage(productPid)
  const since = performance.now()
  const [download] = await Promise.all([page.waitForEvent('download'), item.click()])
  const path = await download.path()
  const seconds = (performance.now() - since) / 1000
  const { rssMb } = await watch.stop()
  copyFileSync(path, join(top, '.sealwatch', `bench-export.${format}`))
  return {
    format,
    seconds: Number(seconds.toFixed(1)),
    fileMb: Math.round(statSync(path).size / 1e6),
    serverGrowthMb: Math.round(Math.max(0, rssMb - before.rssMb)),
  }
}

/** Saves the whole view in each format, one after the other. */
export async function measureExports(page: Page, productPid: number): Promise<readonly ExportFigures[]> {
  // The measurements before left filters in the URL.
  await page.evaluate(`(() => {
    const address = new URL(location.href)
    for (const name of ['q', 'state']) address.searchParams.delete(name)
    history.pushState(null, '', address)
  })()`)
  await page.waitForTimeout(2000)
  const figures: ExportFigures[] = []
  for (const format of formats) figures.push(await measureExport(page, productPid, format))
  return figures
}
