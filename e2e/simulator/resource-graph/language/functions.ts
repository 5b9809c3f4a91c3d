import { conversionFunctions } from './function-conversions'
import { choiceFunctions } from './function-choices'
import { listFunctions } from './function-lists'
import type { ScalarFunction } from './function-shape'
import { textFunctions } from './function-texts'
import type { FunctionName } from './features'

/** Every scalar function of the feature table, with its implementation. */
export const functions: Readonly<Record<FunctionName, ScalarFunction>> = {
  ...conversionFunctions,
  ...choiceFunctions,
  ...listFunctions,
  ...textFunctions,
}
