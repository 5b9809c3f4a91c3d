import { describe, expect, it } from 'vitest'
import { linesToScroll } from './anchor'
import { linesOf } from './lines'
import { layOutColumns, type ColumnSpace } from './column-layout'
import type { TableColumn } from './types'

const columns: readonly TableColumn[] = [
  { id: 'name', header: '', width: 200 },
  { id: 'second', header: '', width: 100, leaves: 1 },
  { id: 'message', header: '', width: 300, growsTo: 500, leaves: 3 },
  { id: 'last', header: '', width: 100, leaves: 2 },
]
const layOut = (space: Partial<ColumnSpace>) =>
  layOutColumns(columns, { width: 1000, covered: 0, scale: 1, mayLeave: true, ...space }).map(
    ({ column, width }) => [column.id, Math.round(width)] as const,
  )
const total = (laidOut: readonly (readonly [string, number])[]) => laidOut.reduce((sum, [, width]) => sum + width, 0)

describe('columns', () => {
  it('fill the width, the growing column first', () => {
    expect(layOut({ width: 850 })).toEqual([
      ['name', 200],
      ['second', 100],
      ['message', 450],
      ['last', 100],
    ])
    expect(total(layOut({ width: 1300 }))).toBe(1300)
  })

  it('are removed in their order when space is short, and the name stays', () => {
    expect(layOut({ width: 650 }).map(([id]) => id)).toEqual(['name', 'message', 'last'])
    expect(layOut({ width: 550 }).map(([id]) => id)).toEqual(['name', 'message'])
    expect(layOut({ width: 100 }).map(([id]) => id)).toEqual(['name'])
    expect(layOut({ width: 1000, scale: 2 }).map(([id]) => id)).toEqual(['name', 'message'])
  })

  it('shrink in the same order, before later columns leave', () => {
    const shrinking = columns.map((column) =>
      column.id === 'message' ? { ...column, growsTo: 300, shrinks: { at: 1.5, to: 180 } } : column,
    )
    const at = (width: number) => layOutColumns(shrinking, { width, covered: 0, scale: 1, mayLeave: true })
    expect(at(700).map(({ column }) => column.id)).toEqual(['name', 'second', 'message', 'last'])
    expect(at(600).map(({ column, width }) => [column.id, width])).toEqual([
      ['name', 200],
      ['message', 300],
      ['last', 100],
    ])
    expect(at(480).map(({ column, width }) => [column.id, width])).toEqual([
      ['name', 200],
      ['message', 180],
      ['last', 100],
    ])
    expect(at(390).map(({ column, width }) => [column.id, width])).toEqual([
      ['name', 200],
      ['message', 190],
    ])
  })

  it('stay when the user chose them', () => {
    expect(layOut({ width: 100, mayLeave: false })).toHaveLength(4)
  })

  it('are removed from under a floating panel, while the others keep their position', () => {
    const before = layOut({ width: 1000 })
    expect(layOut({ width: 1000, covered: 580 })).toEqual(before.slice(0, 2))
    const cut = layOut({ width: 1000, covered: 400 })
    expect(cut.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(cut.slice(2)).toEqual([['message', 600 - total(before.slice(0, 2))]])
  })
})

describe('the line that the user reads', () => {
  const keyed = (keys: string[]) => linesOf(keys.map((key) => ({ kind: 'placeholder', key })))
  const question = (before: string[], after: string[], heldKey: string | null, scrollTop: number, firstVisible = 0) =>
    linesToScroll({ before: keyed(before), after: keyed(after), heldKey, firstVisible, scrollTop })

  it('keeps its position', () => {
    expect(question(['a', 'b', 'c'], ['x', 'a', 'b', 'c'], 'b', 0)).toBe(1)
    expect(question(['a', 'b', 'c'], ['c', 'b'], 'c', 100)).toBe(-2)
    expect(question(['a', 'b', 'c'], ['x', 'b', 'c'], 'a', 100, 1)).toBe(0)
    expect(question(['a', 'b', 'c'], ['x', 'y', 'b', 'c'], null, 100, 0)).toBe(1)
  })

  it('may change at the very top while no line is held', () => {
    expect(question(['a', 'b'], ['x', 'a', 'b'], null, 0)).toBe(0)
    expect(question(['a'], ['x'], 'a', 10)).toBe(0)
  })
})
