import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { methods, type Method } from '@/lib/openapi/types'
import type { Handler } from '../../faults/support'

const app = fileURLToPath(new URL('../../../app', import.meta.url))

/** A route of the server with the methods that it really has. */
export interface Route {
  /** As the document writes it: `/api/v1/vms/{subscription}/…`. */
  readonly path: string
  readonly handlers: Readonly<Record<Method, Handler>>
}

/** Files that pages load, made when the product is built: no program is told of them, as of no script of a page. */
const builtFiles: readonly string[] = ['help/search/[language]']

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesIn(path)
    return name === 'route.ts' && !builtFiles.includes(relative(app, folder)) ? [path] : []
  })
}

const pathOf = (file: string): string =>
  `/${relative(app, file)
    .replace(/\/route\.ts$/, '')
    .replaceAll(/\[(\w+)\]/g, '{$1}')}`

/** Every route of the server, whatever the document says. */
export async function routes(): Promise<readonly Route[]> {
  const found = filesIn(app).map(async (file): Promise<Route> => {
    const module = (await import(file)) as Record<string, Handler>
    const handlers = Object.fromEntries(methods.map((method) => [method, module[method.toUpperCase()]!]))
    return { path: pathOf(file), handlers: handlers as Route['handlers'] }
  })
  return Promise.all(found)
}
