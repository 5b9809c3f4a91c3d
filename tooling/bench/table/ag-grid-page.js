/* global window, document */
/** The page of AG Grid: the fleet's rows as plain texts, with all performance options of AG Grid enabled. */
const { agGrid } = /** @type {{ agGrid: typeof import('ag-grid-community') }} */ (/** @type {unknown} */ (window))

const columns = [
  { field: 'name', width: 176 },
  { field: 'subscription', width: 148 },
  { field: 'state', width: 208, filter: 'agTextColumnFilter' },
  { field: 'os', width: 116 },
  { field: 'data', width: 92 },
  { field: 'progress', width: 164 },
  { field: 'message', width: 260 },
  { field: 'evidence', width: 96 },
]

const start = async () => {
  const rowData = await (await fetch('/rows.json')).json()
  const api = agGrid.createGrid(document.getElementById('grid'), {
    columnDefs: columns,
    rowData,
    getRowId: (/** @type {{ data: { key: string } }} */ { data }) => data.key,
    rowHeight: 36,
    animateRows: false,
    cacheQuickFilter: true,
  })
  Object.assign(window, { gridApi: api })
}
void start()
