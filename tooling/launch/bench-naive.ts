import { readNaively } from '../bench/naive'
import { naiveOrder } from '../bench/naive-shapes'

/** The naive loop in a separate process: it gets its order as JSON, and prints its figures to standard output. */
process.stdout.write(`${JSON.stringify(await readNaively(naiveOrder.parse(JSON.parse(process.argv[2] ?? ''))))}\n`)
