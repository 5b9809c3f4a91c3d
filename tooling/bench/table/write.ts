import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { top } from '../../launch/paths'
import { whole } from '../print'
import type { TableReport } from './measure'
import { clicksMarkdown, exportMarkdown, firstRowsText, tableMarkdown } from './print'

const introduction = `# Speed of the fleet page in the browser

Made by \`npm run -s bench -- table\`. The product's complete fleet page, compared with AG Grid Community on a separate page
with the same rows as plain texts; in the same headless Chromium without a graphics card, one after the other in one run,
after the server has written its history, since a real server runs on another machine. AG Grid is a dev dependency only
for this.

- **scrolling**: 180 steps of 400 pixels, one in each frame; the time between frames.
- **sort, filter**: from the action to the second frame with its result; median of five. The text filter is a search
  over every field, without the pause that follows typing.
- **memory**: JavaScript heap after garbage collection. The product holds every field of each VM and its evidence,
  AG Grid the eight texts that it shows.
- **first rows**: of a user who confirmed the tenant before, from the request that the sign-in page sends. Browser, server
  and fake Azure share the processors.
- **clicks while a fleet loads**: from the click or key to the next frame (Event Timing of the browser), and to the frame
  with its result. Server and fake Azure take the same processors, so the processor time of the page's main thread
  ("page") stands beside both. At the end of a response the browser decodes all of it for its developer tools, by which
  the benchmark drives it; what waited for that is left out.
- **export**: the browser builds the file from its rows, without the server.
`

/** Writes docs/performance-browser.md and returns the written text. */
export function writeTables(report: TableReport): string {
  const text = [
    introduction,
    `Node ${process.version}, ${cpus().length} processors, ${new Date().toISOString().slice(0, 10)}.\n`,
    `## ${whole(report.vms)} rows\n\n${tableMarkdown(report)}\n`,
    `## Export of ${whole(report.vms)} rows\n\n${exportMarkdown(report)}\n`,
    `## First rows\n\n${firstRowsText(report)}\n`,
    `## Clicks while a fleet loads\n\n${clicksMarkdown(report)}\n`,
  ].join('\n')
  writeFileSync(join(top, 'docs', 'performance-browser.md'), text)
  return text
}
