import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadFramework, startProduct } from '@/lib/local/product'

/** The server of the demo: it ends with the program that started it. */
globalThis.sealwatchIsPackage = true
const [port = ''] = process.argv.slice(2)
const folder = dirname(dirname(fileURLToPath(import.meta.url)))
const product = await startProduct(await loadFramework(), folder, { hostname: 'localhost', port: Number(port) })
createServer((request, response) => void product(request, response)).listen(Number(port), 'localhost')
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
