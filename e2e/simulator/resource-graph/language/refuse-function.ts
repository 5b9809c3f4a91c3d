import { isNotEmulated } from './features'
import { QueryRefusal, cannotCompute } from './refusal'

/** A function that Resource Graph, or the simulator, does not support. */
export function refuseFunction(name: string): never {
  if (isNotEmulated('functions', name)) cannotCompute(`the function ${name}`)
  throw new QueryRefusal(`the function ${name}`, 'UnknownFunction', { message: `Unknown function: '${name}'.` })
}
