import type { Compiled } from './compiled'
import { refuse } from './refusal'

/** Only booleans are conditions; the text was observed in Resource Graph: https://github.com/Azure/review-checklists/issues/1002 */
export function checkCondition({ type }: Compiled): void {
  if (type !== 'bool') refuse('a condition that is no bool', 'Filter expression should be Boolean')
}
