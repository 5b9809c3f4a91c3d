import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { literalExpressions } from '../expressions/collect'
import { judge } from '../expressions/judge'
import { madeExpressions } from '../expressions/made'
import { judgedSchema, type JudgedList } from '../expressions/schema'
import { top } from './paths'

const file = join(top, 'tooling/expressions/judged.json')
const timeout = 10_000

/**
 * `npm run -s check:expressions`: judges every regular expression of the product again and writes the safe ones. Exit code 1
 * if one is unsafe and not listed with its limit.
 */
async function main(): Promise<number> {
  const before = judgedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const safe: string[] = []
  let wrong = 0
  for (const { text, file: where } of [...(await madeExpressions()), ...literalExpressions()]) {
    if (before.bounded.some((each) => each.text === text)) continue
    const { outcome, attack } = await judge(text, timeout)
    if (outcome === 'safe') safe.push(text)
    else {
      wrong += 1
      process.stdout.write(`${outcome}: ${where} ${text}${attack === null ? '' : ` by ${attack.slice(0, 200)}`}\n`)
    }
  }
  const judged: JudgedList = { ...before, safe: [...new Set(safe)].sort() }
  writeFileSync(file, `${JSON.stringify(judged, null, 2)}\n`)
  process.stdout.write(`${judged.safe.length} safe, ${before.bounded.length} bounded, ${wrong} neither\n`)
  return wrong === 0 ? 0 : 1
}

process.exitCode = await main()
