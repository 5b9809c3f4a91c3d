// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataTable, type DataTableHandle, type DataTableProps } from './data-table'
import { linesOf } from './lines'
import type { TableColumn, TableItem } from './types'

const columns: readonly TableColumn[] = [
  { id: 'name', header: 'Name', width: 200, isRowHeader: true, isLandmark: true },
  { id: 'age', header: 'Age', width: 100, align: 'end', leaves: 1 },
  { id: 'note', header: 'Note', width: 300, growsTo: 400, leaves: 2 },
]
const row = (name: string): TableItem => ({
  kind: 'row',
  key: name,
  cell: (column) => (column === 'name' ? <a href={`#${name}`}>{name}</a> : column),
})
const many = (count: number) => Array.from({ length: count }, (_, index) => row(`row-${String(index)}`))

const calls = { onSort: vi.fn(), onOpen: vi.fn(), onMove: vi.fn(), onClose: vi.fn(), onToggleGroup: vi.fn() }
const table = (props: Partial<DataTableProps> = {}) => (
  <DataTable
    label="Things"
    columns={columns}
    lines={linesOf(many(1000))}
    sort={{ columnId: 'name', order: 'ascending' }}
    selectedKey={null}
    density="normal"
    columnsMayLeave
    covered={0}
    viewKey="a"
    busy={false}
    footer={({ first, last }) => <p>{`${String(first)} to ${String(last)}`}</p>}
    {...calls}
    {...props}
  />
)

beforeEach(() => {
  const height = 32 + 36 * 10
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn()
      unobserve = vi.fn()
      disconnect = vi.fn()
    },
  )
  window.matchMedia = (media) =>
    ({ media, matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as unknown as MediaQueryList
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(32 + 36 * 1000)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(700)
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: unknown) {
    this.scrollTop = (options as ScrollToOptions).top ?? 0
    this.dispatchEvent(new Event('scroll'))
  }
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const call of Object.values(calls)) call.mockClear()
})

const line = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name} `) })

describe('the windowed table', () => {
  it('draws a part and reports the whole size', () => {
    render(table())
    const whole = screen.getByRole('table', { name: 'Things' })
    expect(whole.getAttribute('aria-rowcount')).toBe('1001')
    const rows = within(whole).getAllByRole('row')
    expect(rows.length).toBeLessThan(40)
    expect(rows[0]?.getAttribute('aria-rowindex')).toBe('1')
    expect(rows[1]?.getAttribute('aria-rowindex')).toBe('2')
    expect(within(whole).getAllByRole('rowheader')[0]?.textContent).toBe('row-0')
    expect(screen.getByText('1 to 10')).toBeTruthy()
  })

  it('states which column sorts, and reverses the order', () => {
    render(table())
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')
    expect(screen.getByRole('columnheader', { name: 'Age' }).getAttribute('aria-sort')).toBe('none')
    fireEvent.click(screen.getByRole('button', { name: 'Name' }))
    fireEvent.click(screen.getByRole('button', { name: 'Age' }))
    expect(calls.onSort.mock.calls).toEqual([
      [{ columnId: 'name', order: 'descending' }],
      [{ columnId: 'age', order: 'ascending' }],
    ])
  })

  it('has one line in the tab order and moves with the keys', async () => {
    render(table())
    expect(screen.getAllByRole('row').filter((one) => one.tabIndex === 0)).toHaveLength(1)
    act(() => line('row-0').focus())
    fireEvent.keyDown(line('row-0'), { key: 'ArrowDown' })
    expect(document.activeElement).toBe(line('row-1'))
    expect(calls.onMove).toHaveBeenLastCalledWith('row-1')
    fireEvent.keyDown(line('row-1'), { key: 'PageDown' })
    expect(document.activeElement).toBe(line('row-10'))
    fireEvent.keyDown(line('row-10'), { key: 'End' })
    await expect.poll(() => document.activeElement).toBe(line('row-999'))
    fireEvent.keyDown(line('row-999'), { key: 'Home' })
    await expect.poll(() => document.activeElement).toBe(line('row-0'))
  })

  it('opens with Enter or a click, not with a link inside, and closes with Esc', () => {
    render(table())
    act(() => line('row-0').focus())
    fireEvent.keyDown(line('row-0'), { key: 'Enter' })
    expect(calls.onOpen).toHaveBeenLastCalledWith('row-0')
    fireEvent.click(line('row-3'))
    expect(calls.onOpen).toHaveBeenLastCalledWith('row-3')
    const link = screen.getByRole('link', { name: 'row-4' })
    fireEvent.click(link)
    fireEvent.keyDown(link, { key: 'Enter' })
    expect(calls.onOpen).toHaveBeenCalledTimes(2)
    fireEvent.keyDown(line('row-0'), { key: 'Escape' })
    expect(calls.onClose).toHaveBeenCalledTimes(1)
  })

  it('keeps the focused line at its position when lines are added above it', () => {
    const { rerender } = render(table({ lines: linesOf(many(100)) }))
    act(() => line('row-2').focus())
    rerender(table({ lines: linesOf([row('new-1'), row('new-2'), ...many(100)]) }))
    const scroller = screen.getByRole('table').parentElement!
    expect(scroller.scrollTop).toBe(72)
    expect(document.activeElement).toBe(line('row-2'))
    rerender(table({ lines: linesOf(many(50)), viewKey: 'b' }))
    expect(scroller.scrollTop).toBe(0)
  })

  it('marks the selected row and moves the focus on request', () => {
    const handle = createRef<DataTableHandle>()
    render(table({ selectedKey: 'row-5', ref: handle }))
    expect(line('row-5').getAttribute('aria-current')).toBe('true')
    act(() => handle.current?.focusLine('row-6'))
    expect(document.activeElement).toBe(line('row-6'))
  })

  it('shows groups as lines that open and close, and never focuses placeholder lines', () => {
    const items: TableItem[] = [
      { kind: 'group', key: 'g', content: 'Group', expanded: false },
      row('a'),
      { kind: 'placeholder', key: 'p' },
    ]
    render(table({ lines: linesOf(items), busy: true }))
    expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true')
    const button = screen.getByRole('button', { name: 'Group' })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(button)
    expect(calls.onToggleGroup).toHaveBeenCalledWith('g')
    act(() => line('a').focus())
    fireEvent.keyDown(line('a'), { key: 'ArrowDown' })
    expect(document.activeElement).toBe(line('a'))
  })

  it('shows landmark columns during fast scrolling, and the rest when it slows down', async () => {
    render(table())
    const scroller = screen.getByRole('table').parentElement!
    const valuesOf = (name: string) =>
      within(screen.getByRole('rowheader', { name }).parentElement!)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
    act(() => {
      scroller.scrollTop = 36 * 500
      scroller.dispatchEvent(new Event('scroll'))
    })
    expect(valuesOf('row-505')).toEqual(['', ''])
    await expect.poll(() => valuesOf('row-505')).toEqual(['age', 'note'])
  })

  it('moves no focus while it is empty', () => {
    render(table({ lines: linesOf([]) }))
    expect(screen.getByText('0 to 0')).toBeTruthy()
    expect(screen.getAllByRole('row')).toHaveLength(1)
  })
})
