import { readNaively } from '../bench/naive'
import { naiveOrder } from '../bench/naive-shapes'

/** The naive loop in a process of its own: its order comes as JSON, its figures go to standard output. */
process.stdout.write(`${JSON.stringify(await readNaively(naiveOrder.parse(JSON.parse(process.argv[2] ?? ''))))}\n`)
