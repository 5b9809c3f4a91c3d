import { parameters } from './parameters'
import { needsPerson } from './operations'
import type { Operation } from './types'

/** The server's address in examples; a shell variable like the others. */
const server = '$SEALWATCH'

function addressOf(operation: Operation): string {
  const query: string[] = []
  let path = operation.path
  for (const id of operation.parameters) {
    const { name, in: place, example } = parameters[id]
    if (place === 'path') path = path.replace(`{${name}}`, example ?? '')
    if (place === 'query' && example !== null) query.push(`${name}=${example}`)
  }
  return `${server}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`
}

/** A command for the operation, for a shell in which its words in capitals are set. */
export function exampleOf(operation: Operation): string {
  const { method, body } = operation
  const parts = [
    `curl -sS${method === 'get' || (method === 'post' && body !== null) ? '' : ` -X ${method.toUpperCase()}`}`,
    ...(needsPerson(operation) ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(body === null ? [] : ['-H "Content-Type: application/json"', `-d '${JSON.stringify(body.example)}'`]),
    `"${addressOf(operation)}"`,
  ]
  return parts.join(' \\\n  ')
}
