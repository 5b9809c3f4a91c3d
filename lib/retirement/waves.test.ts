import { describe, expect, it } from 'vitest'
import { addWave, assign, changeWave, noPlan, parsePlan, removeWave, waveOf } from './waves'

const wave = (id: string, name = id) => ({ id, name, until: null })
const two = assign(addWave(addWave(noPlan, wave('a')), wave('b')), ['x', 'y'], 'a')

describe('a plan of waves', () => {
  it('is unchanged after writing and reading it', () => {
    expect(parsePlan(JSON.stringify(two))).toEqual(two)
  })

  it.each([
    null,
    '',
    '{',
    '[]',
    '{"version":2,"waves":[],"members":{}}',
    '{"version":1,"waves":[{"id":"a"}],"members":{}}',
  ])('reads %j as no plan', (text) => {
    expect(parsePlan(text)).toBeNull()
  })

  it('returns the wave of each line, and null for an unknown one', () => {
    expect(waveOf(two, 'x')?.id).toBe('a')
    expect(waveOf(two, 'z')).toBeNull()
    expect(waveOf(two, '__proto__')).toBeNull()
    expect(waveOf(two, 'constructor')).toBeNull()
  })

  it('moves a line to another wave, and to no wave', () => {
    expect(waveOf(assign(two, ['x'], 'b'), 'x')?.id).toBe('b')
    expect(waveOf(assign(two, ['x'], 'b'), 'y')?.id).toBe('a')
    expect(waveOf(assign(two, ['x'], null), 'x')).toBeNull()
  })

  it('removes a wave and keeps its lines', () => {
    const left = removeWave(two, 'a')
    expect(left.waves.map(({ id }) => id)).toEqual(['b'])
    expect(left.members).toEqual({})
  })

  it('never has a wave without a name, nor one that storage would refuse', () => {
    const changed = changeWave(two, { ...wave('a'), name: `  ${'n'.repeat(200)} ` })
    expect(changed.waves[0]?.name).toHaveLength(60)
    expect(changeWave(two, { ...wave('a'), name: '   ' }).waves[0]?.name).toBe('a')
    expect(parsePlan(JSON.stringify(changed))).toEqual(changed)
  })

  it('has no more waves than can be read back', () => {
    const many = Array.from({ length: 80 }, (_, index) => wave(`w${index}`)).reduce(addWave, noPlan)
    expect(many.waves).toHaveLength(50)
    expect(parsePlan(JSON.stringify(many))).toEqual(many)
  })
})
