import type { Browser, Page } from '@playwright/test'
import { messages } from '@/lib/i18n/messages'
import { traceOf, type Interaction } from './trace'

const { fleet, states } = messages.en

export const actionKinds = ['filter', 'sort', 'open', 'close', 'search', 'tick', 'view'] as const
export type ActionKind = (typeof actionKinds)[number]

/** Clicks and keys of one kind, or all of them, while a fleet loads. Milliseconds. */
export interface ActionFigures {
  readonly times: number
  /**
   * From the slowest click or key to the next painted frame, by the browser's Event Timing. Of all kinds, and of fewer
   * than 50, this is Interaction to Next Paint (INP).
   */
  readonly worstMs: number
  /** Processor time of the page's main thread during that one; what other processes take is not in it. */
  readonly cpuMs: number
  /** From a click or key to the frame with its result, at most; and the most processor time of the page for that. */
  readonly resultMs: number
  readonly resultCpuMs: number
}

export interface ClickFigures {
  readonly kinds: Readonly<Record<ActionKind, ActionFigures>>
  readonly all: ActionFigures
}

/** Enough of each kind, in as many loads as it takes. */
const leastOfEach = 5
const leastInAll = 30

interface Action {
  readonly kind: ActionKind
  /** What is clicked, as a JavaScript expression; null where a key is pressed. */
  readonly target: string | null
  readonly key?: string
  /** An expression whose value is another one when the result is on the screen. */
  readonly result: string
}

const one = (selector: string) => `document.querySelector('${selector}')`
const withText = (selector: string, text: string) =>
  `[...document.querySelectorAll('${selector}')].find((each) => each.textContent === '${text}')`
/**
 * Something in a row of a VM that is in view: rows that are still to come have no key, and a table that holds its rows
 * while others arrive above has some beyond its edge.
 */
const inRow = (index: number, selector: string) =>
  `[...document.querySelectorAll('[role=row][data-key]')].filter((each) => each.getBoundingClientRect().top > document.querySelector('[role=columnheader]').getBoundingClientRect().bottom)[${index}]?.querySelector('${selector}')`
const state = `[...document.querySelectorAll('[role=toolbar] a')].find((each) => each.checkVisibility() && each.ariaLabel.startsWith('${states.state['not-encrypted']}'))`
const head = (name: string) => withText('[role=columnheader] button', name)

const filter: Action = { kind: 'filter', target: state, result: `${state}.ariaCurrent` }
const sortBy = (name: string): Action => ({
  kind: 'sort',
  target: head(name),
  result: `${head(name)}.parentElement.ariaSort`,
})
const panel = `document.querySelectorAll('main aside').length`
const open: Action = { kind: 'open', target: inRow(6, '[aria-colindex="3"]'), result: panel }
const close: Action = { kind: 'close', target: null, key: 'Escape', result: panel }
const field = one('input[type=search]')
const type = (key: string): Action => ({ kind: 'search', target: null, key, result: `${field}.value` })
const tick: Action = {
  kind: 'tick',
  target: inRow(4, 'input[type=checkbox]'),
  result: `[...document.querySelectorAll('[role=row] input[type=checkbox]')].filter((each) => each.checked).length`,
}
const height = `${one('[role=table] [role=row][data-key]')}.style.height`
const menu: Action = {
  kind: 'view',
  target: withText('button', fleet.view.button),
  result: `document.querySelectorAll('[role=menu]').length`,
}
/** The row height that is not chosen. */
const density: Action = {
  kind: 'view',
  target: `[...document.querySelectorAll('[role=menuitemradio]')].find((each) => each.ariaChecked === 'false' && ${JSON.stringify([fleet.view.normal, fleet.view.compact])}.includes(each.textContent))`,
  result: height,
}
const focusSearch: Action = { kind: 'search', target: field, result: 'document.activeElement.type' }

/** A user who narrows, sorts, searches, ticks, looks at VMs and changes the view. */
const actions: readonly Action[] = [
  filter,
  sortBy(fleet.column.name),
  open,
  close,
  focusSearch,
  type('v'),
  type('Backspace'),
  tick,
  menu,
  density,
  // Again: all are shown.
  filter,
  open,
  close,
  tick,
  sortBy(fleet.column.state),
  menu,
  density,
]

/** Does one and waits for its result. Returns the milliseconds until it was on the screen. */
async function act(page: Page, { kind, target, key, result }: Action): Promise<number> {
  const at = `tableProbe.begin('${kind}', () => ${result}, () => ${target ?? 'document.body'})`
  for (let tries = 0; tries < 3; tries += 1) {
    const { x, y } = await page.evaluate<{ readonly x: number; readonly y: number }>(at)
    if (key === undefined) await page.mouse.click(x, y)
    else await page.keyboard.press(key)
    const ms = await page.evaluate<number | null>(`tableProbe.shown(() => ${result})`)
    if (ms !== null) return ms
  }
  throw new Error(`${kind}: no result of ${target ?? key ?? ''}`)
}

interface Result {
  readonly kind: ActionKind
  readonly ms: number
}

function figuresOf(interactions: readonly Interaction[], results: readonly Result[]): ActionFigures {
  const [slowest] = interactions.toSorted((left, right) => right.ms - left.ms)
  return {
    times: interactions.length,
    worstMs: Math.round(slowest?.ms ?? Number.NaN),
    cpuMs: Math.round(slowest?.cpuMs ?? Number.NaN),
    resultMs: Math.round(Math.max(...results.map(({ ms }) => ms))),
    resultCpuMs: Math.round(Math.max(...interactions.map((each) => each.resultCpuMs))),
  }
}

/**
 * Uses the fleet page while its fleet loads, and again in further loads until each kind was done often enough.
 * @param loaded an expression that is true once every VM was read
 * @param again starts another load and waits for its first rows
 */
export async function clickWhileLoading(
  browser: Browser,
  page: Page,
  loaded: string,
  again: () => Promise<void>,
): Promise<ClickFigures> {
  const results: Result[] = []
  const isEnough = (): boolean =>
    results.length >= leastInAll &&
    actionKinds.every((kind) => results.filter((each) => each.kind === kind).length >= leastOfEach)
  const interactions = await traceOf(browser, async () => {
    for (let at = 0; ; at += 1) {
      if (await page.evaluate<boolean>(loaded)) {
        if (isEnough()) return
        await again()
        // What was ticked, typed and opened is part of the address or gone: each load begins with the first action.
        at = 0
      }
      const action = actions[at % actions.length]
      if (action !== undefined) results.push({ kind: action.kind, ms: await act(page, action) })
    }
  })
  const of = (kind: ActionKind): ActionFigures =>
    figuresOf(
      interactions.filter(({ mark }) => mark === kind),
      results.filter((each) => each.kind === kind),
    )
  const kinds = {
    filter: of('filter'),
    sort: of('sort'),
    open: of('open'),
    close: of('close'),
    search: of('search'),
    tick: of('tick'),
    view: of('view'),
  }
  return { kinds, all: figuresOf(interactions, results) }
}
