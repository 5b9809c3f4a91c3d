import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { top } from '../../launch/paths'

const files: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  '/': { path: 'tooling/bench/table/ag-grid.html', type: 'text/html' },
  '/page.js': { path: 'tooling/bench/table/ag-grid-page.js', type: 'text/javascript' },
  '/ag-grid.js': { path: 'node_modules/ag-grid-community/dist/ag-grid-community.min.js', type: 'text/javascript' },
}

export interface AgGridServer {
  readonly address: string
  readonly close: () => void
}

/** Serves AG Grid's page with these rows, only to the local machine. */
export async function serveAgGrid(rows: readonly unknown[]): Promise<AgGridServer> {
  const json = JSON.stringify(rows)
  const server = createServer((request, response) => {
    const file = files[request.url ?? '']
    if (request.url === '/rows.json') response.setHeader('content-type', 'application/json').end(json)
    else if (file === undefined) response.writeHead(404).end()
    else response.setHeader('content-type', file.type).end(readFileSync(join(top, file.path)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  if (port === undefined) throw new Error('AG Grid has no address.')
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
