import { messages } from '@/lib/i18n/messages'
import type { Handles } from './drive'

const sorted = ['name', 'subscription', 'state', 'message'] as const
type Column = (typeof sorted)[number]

/** The same sequence of actions for both tables: each column up and down, a state and a search on and off. */
function handlesOf(
  parts: Pick<Handles, 'scroller' | 'shown'> & {
    readonly sortBy: (column: Column, order: 'ascending' | 'descending') => string
    readonly showState: (state: string | null) => string
    readonly search: (text: string) => string
  },
): Handles {
  // The table is sorted by state at the beginning; each action must change the shown rows.
  const sort = sorted.map((column): [string, readonly string[]] => [
    column,
    [parts.sortBy(column, 'ascending'), parts.sortBy(column, 'descending')],
  ])
  return {
    scroller: parts.scroller,
    shown: parts.shown,
    sort: Object.fromEntries(sort),
    filter: {
      state: [parts.showState('not-encrypted'), parts.showState(null)],
      text: [parts.search('vm-1'), parts.search('')],
    },
  }
}

const table = `document.querySelector('[role=table]')`

const { column: heads, strip, table: words } = messages.en.fleet
/** The titles that a column can have: the message stands in one column with the progress where it is narrow. */
const titlesOf = (column: Column): readonly string[] =>
  column === 'message' ? [heads.message, words.work] : [heads[column]]
const click = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).click()`
const search = (text: string) => `
  const address = new URL(location.href)
  ${text === '' ? `address.searchParams.delete('q')` : `address.searchParams.set('q', '${text}')`}
  history.pushState(null, '', address)`

/** The product's fleet, operated by clicks on headers and counts. Typing has a delay, so a search is set in the URL. */
export const ofProduct: Handles = handlesOf({
  scroller: `${table}.parentElement`,
  shown: `(${table}?.getAttribute('aria-rowcount') + ' ' + ${table}?.querySelector('[aria-sort=ascending], [aria-sort=descending]')?.textContent + ' ' + ${table}?.querySelector('[aria-rowindex="2"]')?.dataset.key)`,
  sortBy: (column) =>
    `[...document.querySelectorAll('[role=columnheader] button')].find((head) => ${JSON.stringify(titlesOf(column))}.includes(head.textContent)).click()`,
  showState: (state) =>
    click(state === null ? `a[href^="?"][aria-label^="${strip.all}:"]` : `a[href^="?"][href*="state=${state}"]`),
  search,
})

export const ofAgGrid: Handles = handlesOf({
  scroller: `document.querySelector('.ag-grid-viewport')`,
  shown: `(gridApi.getDisplayedRowCount() + ' ' + document.querySelector('[row-index="0"]')?.getAttribute('row-id'))`,
  sortBy: (column, order) =>
    `gridApi.applyColumnState({ state: [{ colId: '${column}', sort: '${order === 'descending' ? 'desc' : 'asc'}' }], defaultState: { sort: null } })`,
  showState: (state) =>
    `gridApi.setFilterModel(${state === null ? 'null' : `{ state: { type: 'equals', filter: '${state}' } }`})`,
  search: (text) => `gridApi.setGridOption('quickFilterText', '${text}')`,
})
