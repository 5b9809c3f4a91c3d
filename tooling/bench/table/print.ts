import { markdownTable } from '../print'
import type { TableFigures } from './figures'
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

export function firstRowsText({ firstRows: { vms, afterPageMs, afterSignInMs, whileLoading } }: TableReport): string {
  const clicks = `The slowest of ${whileLoading.clicks} clicks and keys while they load: ${whileLoading.worstMs} ms to the next frame (Interaction to Next Paint; wanted: under 100 ms).`
  return `${vms.toLocaleString('en-US')} VMs, 60 ms latency: first rows on screen ${afterPageMs} ms after the first Resource Graph page, ${afterSignInMs} ms after the person was chosen on the sign-in page.\n\n${clicks}`
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
