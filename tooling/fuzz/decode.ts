/**
 * How the fuzzer's bytes become a text. An input that begins with this byte is a program: the number of a start body, and
 * changes to it, two bytes each. Every other input is the text itself. Changing single bytes of JSON mostly breaks it;
 * changing single bytes of a program always gives another JSON.
 */
export const programMark = 1
const mostChanges = 24
/** Copies of copies would exhaust the memory. */
const mostPlaces = 4000
const longestText = 20_000

/** Values on which parsers often fail, in addition to the target's words. */
const usual: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\u202e',
  '\ud800',
  '=1+1',
  '<img src=x onerror=alert(1)>',
  '\u001b[31m',
  [],
  {},
  [null],
  [[]],
]

interface Place {
  readonly value: unknown
  readonly put: (value: unknown) => void
  readonly drop: () => void
  readonly rename: (name: string) => void
}

type Bag = Record<string, unknown>
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is unknown[] => Array.isArray(value)

/** An own property with any name: `__proto__` included. */
function set(bag: Bag, name: string, value: unknown): void {
  Object.defineProperty(bag, name, { value, writable: true, enumerable: true, configurable: true })
}

/** Every value in a tree with the possible changes of it, from the outside in. */
function placesOf(root: { value: unknown }): readonly Place[] {
  const places: Place[] = [
    { value: root.value, put: (value) => (root.value = value), drop: () => undefined, rename: () => undefined },
  ]
  for (let at = 0; at < places.length && places.length <= mostPlaces; at += 1) {
    const value = places[at]?.value
    if (isList(value))
      value.forEach((each, index) => {
        places.push({
          value: each,
          put: (next) => (value[index] = next),
          drop: () => void value.splice(index, 1),
          rename: () => void value.push(each),
        })
      })
    else if (isBag(value))
      for (const [name, each] of Object.entries(value))
        places.push({
          value: each,
          put: (next) => set(value, name, next),
          drop: () => void Reflect.deleteProperty(value, name),
          rename: (next) => {
            Reflect.deleteProperty(value, name)
            set(value, next, each)
          },
        })
  }
  return places
}

function changed(value: unknown, kind: number, choice: number): unknown {
  if (typeof value === 'string') {
    if (kind === 0) return value.toUpperCase()
    if (kind === 1) return value.slice(0, choice)
    if (value.length > longestText) return value
    if (kind === 2) return value.repeat(choice % 16)
    return `${value.slice(0, choice)}${String.fromCharCode(choice)}${value.slice(choice)}`
  }
  if (typeof value === 'number') return kind === 0 ? -value : value * 10 ** (choice % 40)
  if (isList(value)) return kind === 0 ? [...value, ...structuredClone(value)] : value.toReversed()
  return kind === 0 ? [value] : JSON.stringify(value)
}

/** Actions of a change's second byte: nothing, then one for each value that can be inserted, then all others. */
const firstOther = 192

/**
 * One change: the first byte selects the place, the second the action. Changing a byte gives one other change and leaves
 * the rest, so the fuzzer moves from one body to its neighbours in single steps.
 */
function apply(root: { value: unknown }, where: number, activity: number, pool: readonly unknown[]): void {
  const places = placesOf(root)
  const place = places[where % places.length]
  if (activity === 0 || place === undefined || places.length > mostPlaces) return
  const another = places[(where * 7 + activity * 13) % places.length]?.value
  const kind = activity < firstOther ? 'put' : (['drop', 'copy', 'rename', 'change'] as const)[activity % 4]
  if (kind === 'put') place.put(structuredClone(pool[(activity - 1) % pool.length]))
  else if (kind === 'drop') place.drop()
  else if (kind === 'copy') place.put(structuredClone(another))
  else if (kind === 'rename') place.rename(String(pool[(where + activity * 5) % pool.length]))
  else place.put(changed(place.value, (activity >> 2) % 4, (where + activity) % 64))
}

const change = 2
const spread = 53

/** A program for a body that changes nothing yet, with space for changes to all of it. */
export function idleProgram(body: number): Uint8Array {
  const places = Array.from({ length: mostChanges }, (_, at) => [(at * 89) % 256, 0])
  return Uint8Array.from([programMark, body, ...places.flat()])
}

/**
 * The text that an input represents.
 * @param bodies JSON texts with which programs begin
 */
export function textOf(data: Uint8Array, bodies: readonly string[], words: readonly string[]): string {
  if (data[0] !== programMark || bodies.length === 0) return Buffer.from(data).toString('utf8')
  const root: { value: unknown } = { value: JSON.parse(bodies[(data[1] ?? 0) % bodies.length] ?? 'null') }
  const pool = [...usual, ...words]
  for (let at = 0; at < mostChanges; at += 1) {
    const [where, activity] = data.subarray(2 + at * change, 2 + (at + 1) * change)
    if (where === undefined || activity === undefined) break
    // The place depends on the position in the program: one byte alone could not address each place of a large body.
    if (activity !== 0) apply(root, where + at * spread, activity, pool)
  }
  return JSON.stringify(root.value)
}
