import { expressionsMadeBy, type Expression } from './collect'

/**
 * Files that build expressions from parts, and how to make them do so. For most, loading is enough; an expression is
 * attributed to the first file that loads a module, so files with many imports are last.
 */
export const makers: Readonly<Record<string, () => Promise<unknown>>> = {
  'lib/messages/patterns.ts': () => import('@/lib/messages/catalogue'),
  'lib/messages/normalise/clean.ts': () => import('@/lib/messages/normalise/clean'),
  'lib/diagnosis/text/english-work.ts': () => import('@/lib/diagnosis/text/english-work'),
  'lib/diagnosis/text/japanese-work.ts': () => import('@/lib/diagnosis/text/japanese-work'),
  'lib/diagnosis/text/key-in-words.ts': () => import('@/lib/diagnosis/text/key-in-words'),
  'lib/diagnosis/text/key-loss.ts': () => import('@/lib/diagnosis/text/key-loss'),
  'lib/facts/paste/activity-words.ts': () => import('@/lib/facts/paste/activity-words'),
  'lib/diagnosis/text/boot-words.ts': () => import('@/lib/diagnosis/text/boot-words'),
  'lib/diagnosis/text/power.ts': () => import('@/lib/diagnosis/text/power'),
  'lib/facts/paste/colours.ts': () => import('@/lib/facts/paste/colours'),
  'lib/facts/paste/powershell.ts': () => import('@/lib/facts/paste/powershell'),
  'lib/telemetry/without-secrets.ts': () => import('@/lib/telemetry/without-secrets'),
  'lib/views/csv.ts': () => import('@/lib/views/csv'),
  'lib/messages/report/rules.ts': () => import('@/lib/messages/report/rules'),
  'lib/messages/report/redact.ts': async () => {
    const { redact } = await import('@/lib/messages/report/redact')
    redact('a (b)+ and a name', ['a', 'a (b)+', 'x*y'])
  },
  'lib/setup/azure/calls.ts': () => import('@/lib/setup/azure/calls'),
  'lib/usecases/fleet/evidence-rows.ts': () => import('@/lib/usecases/fleet/evidence-rows'),
  'lib/setup/azure/redact-exchange.ts': () => import('@/lib/setup/azure/redact-exchange'),
  'lib/search/tokens.ts': () => import('@/lib/search/tokens'),
  'lib/diagnosis/text/mentioned-work.ts': () => import('@/lib/diagnosis/text/mentioned-work'),
  'lib/diagnosis/text/work-in-lines.ts': async () => {
    const { workInLines } = await import('@/lib/diagnosis/text/work-in-lines')
    workInLines('Encrypting data volume 1/2: 40%', [], () => true)
  },
  'lib/local/server.ts': () => import('@/lib/local/server'),
}

/** Every expression that the product builds from parts. The modules must not have been loaded before. */
export async function madeExpressions(): Promise<readonly Expression[]> {
  const found = new Map<string, Expression>()
  for (const [file, work] of Object.entries(makers))
    for (const each of await expressionsMadeBy(file, work)) if (!found.has(each.text)) found.set(each.text, each)
  return [...found.values()]
}
