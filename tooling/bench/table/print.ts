import { markdownTable } from '../print'
import type { TableFigures } from './figures'
import { actionKinds, type ActionFigures, type ActionKind } from './clicks'
import type { TableReport } from './measure'

const milliseconds = (value: number | null) => (value === null ? '–' : `${value} ms`)

function row(
  name: string,
  read: (figures: TableFigures) => number,
  { product, agGrid }: TableReport,
): readonly string[] {
  const [own, other] = [read(product), read(agGrid)]
  return [name, milliseconds(own), milliseconds(other), (own / other).toFixed(2)]
}

/** The figures of both tables side by side, the header first. */
export function tableRows(report: TableReport): readonly (readonly string[])[] {
  const { product, agGrid } = report
  const names = (what: 'sort' | 'filter') => Object.keys(product[what])
  return [
    ['', 'Sealwatch', 'AG Grid', 'ratio'],
    row('scrolling, frame p95', ({ scrollP95 }) => scrollP95, report),
    row('scrolling, worst frame', ({ scrollWorst }) => scrollWorst, report),
    ...names('sort').map((name) => row(`sort by ${name}`, ({ sort }) => sort[name] ?? Number.NaN, report)),
    ...names('filter').map((name) => row(`filter by ${name}`, ({ filter }) => filter[name] ?? Number.NaN, report)),
    ['memory of the page', `${product.heapMb} MB`, `${agGrid.heapMb} MB`, (product.heapMb / agGrid.heapMb).toFixed(2)],
    ['first row, rows already here', '–', milliseconds(agGrid.firstRowMs), '–'],
  ]
}

/** Milliseconds from the choice of the person to the first rows, and from a click or key to the next frame. */
const limits = { afterSignInMs: 2000, clickMs: 100 } as const

/** What is slower than wanted; empty where nothing is. */
export function brokenLimits({ firstRows: { afterSignInMs, whileLoading } }: TableReport): readonly string[] {
  const { worstMs } = whileLoading.all
  return [
    ...(afterSignInMs < limits.afterSignInMs ? [] : [`first rows: ${afterSignInMs} ms, not ${limits.afterSignInMs}`]),
    ...(worstMs < limits.clickMs ? [] : [`slowest click or key: ${worstMs} ms, not ${limits.clickMs}`]),
  ]
}

export function firstRowsText({ firstRows: { vms, afterPageMs, afterSignInMs } }: TableReport): string {
  return `${vms.toLocaleString('en-US')} VMs, 60 ms latency: first rows on screen ${afterPageMs} ms after the first Resource Graph page, ${afterSignInMs} ms after the person was chosen on the sign-in page (wanted: under ${limits.afterSignInMs} ms).`
}

const actionNames: Readonly<Record<ActionKind, string>> = {
  filter: 'filter by state',
  sort: 'sort',
  open: 'open a VM',
  close: 'close a VM',
  search: 'type in the search',
  tick: 'tick a row',
  view: 'open the view menu, change the row height',
}

/** Clicks and keys while a fleet loads, by kind and together. */
export function clicksMarkdown({ firstRows: { vms, whileLoading } }: TableReport): string {
  const line = (name: string, { times, worstMs, cpuMs, resultMs, resultCpuMs }: ActionFigures): readonly string[] => [
    name,
    String(times),
    `${worstMs} ms`,
    `${cpuMs} ms`,
    `${resultMs} ms`,
    `${resultCpuMs} ms`,
  ]
  const lines = [
    ['', 'times', 'slowest, to the next frame', 'of that, page', 'slowest, to its result', 'most of the page for that'],
    ...actionKinds.map((kind) => line(actionNames[kind], whileLoading.kinds[kind])),
    line('all', whileLoading.all),
  ]
  return `While ${vms.toLocaleString('en-US')} VMs load (wanted: under ${limits.clickMs} ms to the next frame):\n\n${markdownTable(lines)}`
}

/** The cost of saving the whole view, the header first. */
export function exportMarkdown({ exports }: TableReport): string {
  const rows = exports.map(({ format, seconds, fileMb, serverGrowthMb }) => [
    format,
    `${seconds} s`,
    `${fileMb} MB`,
    `${serverGrowthMb} MB`,
  ])
  return markdownTable([['', 'until the file is whole', 'file', 'growth of the server’s memory'], ...rows])
}

export const tableMarkdown = (report: TableReport): string => markdownTable(tableRows(report))
