import { describe, expect, it } from 'vitest'
import { ConstantRow } from './language/derived-rows'
import { parseQuery } from './language/parse-query'
import { atOnce } from './language/pauses'
import type { Catalog } from './language/plan'
import { planQuery } from './language/plan-query'
import { CannotCompute, QueryRefusal } from './language/refusal'
import { cellOf, type Column, type KustoType } from './language/values'
import { sent } from './answer'

const data: readonly Record<string, unknown>[] = [
  {
    id: '/a',
    name: 'Web-01',
    type: 'T/one',
    count_: 3,
    tags: { env: 'Prod', 'cost centre': '7', on: true },
    list: [1, 2],
    flag: true,
  },
  { id: '/b', name: 'web-02', type: 'T/one', count_: 1, tags: { env: 'test', on: false }, list: [], flag: false },
  { id: '/c', name: 'db main', type: 't/Two', count_: 2, tags: null, list: null, flag: null },
]
const types: Readonly<Record<string, KustoType>> = {
  id: 'string',
  name: 'string',
  type: 'string',
  kind: 'string',
  count_: 'long',
  tags: 'dynamic',
  list: 'dynamic',
  flag: 'bool',
}
const columns = Object.entries(types).map(([name, type]): Column => ({ name, type }))
const catalog: Catalog = { table: () => ({ columns, rows: () => data.map((row) => new ConstantRow(row)) }) }

function run(query: string): unknown[][] {
  const plan = planQuery(parseQuery(query, Date.UTC(2026, 10, 24)), catalog)
  return atOnce(plan.rows()).map((row) => plan.columns.map((column) => sent(cellOf(row, column), column.type)))
}

const ids = (condition: string): string => run(`resources | where ${condition} | project id`).flat().join('')
/** The value of an expression in each row. */
const values = (expression: string): unknown[] => run(`resources | project x = ${expression}`).flat()

describe('conditions', () => {
  it.each([
    ["name == 'web-01'", ''],
    ["name =~ 'web-01'", '/a'],
    ["name != 'Web-01'", '/b/c'],
    ["name <> 'Web-01'", '/b/c'],
    ["name !~ 'web-01'", '/b/c'],
    ["name in ('Web-01', 'x')", '/a'],
    ["name in (dynamic(['Web-01', 'web-02']))", '/a/b'],
    ["name in~ ('web-01', 'WEB-02')", '/a/b'],
    ["name !in ('Web-01')", '/b/c'],
    ["name !in~ ('web-01')", '/b/c'],
    ["name contains 'EB-0'", '/a/b'],
    ["name contains_cs 'EB-0'", ''],
    ["name !contains 'web'", '/c'],
    ["name startswith 'WEB'", '/a/b'],
    ["name !startswith_cs 'web'", '/a/c'],
    ["name endswith '02'", '/b'],
    ["name has 'web'", '/a/b'],
    ["name has 'we'", ''],
    ["name has 'main'", '/c'],
    ["name matches regex '(?i)^WEB'", '/a/b'],
    ['count_ > 1 and count_ <= 3', '/a/c'],
    ['count_ < 2 or count_ >= 3', '/a/b'],
    ['count_ % 2 == 1', '/a/b'],
    ['count_ in (1, 2)', '/b/c'],
    ["not(name =~ 'web-01')", '/b/c'],
    ['flag', '/a'],
    ['flag == True', '/a'],
    ['flag == 1', '/a'],
    ["tags.env =~ 'prod'", '/a'],
    ["tags.Env =~ 'prod'", ''],
    ["tags['cost centre'] == '7'", '/a'],
    ["tags.['cost centre'] == '7'", '/a'],
    ["['tags'].env == 'test'", '/b'],
    ['list[1] == 2', '/a'],
    ['list[-1] == 2', '/a'],
    ['isempty(tags.env)', '/c'],
    ['isnotempty(tags.env)', '/a/b'],
    ['array_length(list) == 0', '/b'],
    ['isnull(list)', '/c'],
    ['isnull(kind)', ''],
    ['isempty(kind)', '/a/b/c'],
    ['isempty(tags.constructor)', '/a/b/c'],
    ["(name =~ 'web-01' or name =~ 'web-02') and tags.env =~ 'test'", '/b'],
    ["name =~ 'web-01' // and nothing else", '/a'],
    ['now() > ago(1h) and ago(1d) < datetime(2026-11-24) and now() - ago(1d) == 1d', '/a/b/c'],
  ])('%s', (condition, expected) => {
    expect(ids(`${condition}\n`)).toBe(expected)
  })

  // https://learn.microsoft.com/kusto/query/scalar-data-types/null-values
  it.each([
    ['tags.on == true', '/a'],
    ['tags.on != true', '/b/c'],
    ['tags.on == false', '/b'],
    ['flag != true', '/b/c'],
    ['flag == bool(null)', ''],
    ['flag != bool(null)', '/a/b'],
    ['not(flag == bool(null))', '/a/b'],
    ['tags.none == bool(null)', ''],
    ['tags.none < 3', ''],
    ['isnull(flag and true)', '/c'],
    ['isnull(flag and false)', ''],
    ["tags.env != 'Prod'", '/b/c'],
  ])('with null on one side: %s', (condition, expected) => {
    expect(ids(condition)).toBe(expected)
  })
})

describe('values', () => {
  it.each([
    ['flag', [1, 0, null]],
    ["name == 'Web-01'", [1, 0, 0]],
    ['tags.on', [true, false, null]],
    ['kind', ['', '', '']],
    ['tags.env', ['Prod', 'test', null]],
    ['tostring(tags.env)', ['Prod', 'test', '']],
    ['tostring(tags.on)', ['true', 'false', '']],
    ['tobool(tags.on)', [1, 0, null]],
    ["toint('12')", [12, 12, 12]],
    ["toint('')", [null, null, null]],
    ['array_length(list)', [2, 0, null]],
    ["iff(count_ > 1, 'many', 'one')", ['many', 'one', 'many']],
    ["case(count_ == 1, 'one', count_ == 2, 'two', 'more')", ['more', 'one', 'two']],
    ['coalesce(tostring(tags.none), name)', ['Web-01', 'web-02', 'db main']],
    ["split('a/b/c', '/')[1]", ['b', 'b', 'b']],
    ["split('a/b/c', '/', 2)", [['c'], ['c'], ['c']]],
    ["strcat(name, '/', count_)", ['Web-01/3', 'web-02/1', 'db main/2']],
    ["strcat_array(list, '-')", ['1-2', '', '']],
    ['substring(name, 0, 3)', ['Web', 'web', 'db ']],
    ["indexof(name, '0')", [4, 4, -1]],
    ["replace('(b)', '<\\\\1>', name)", ['We<b>-01', 'we<b>-02', 'd<b> main']],
    ["extract('([0-9]+)', 1, name)", ['01', '02', '']],
    ['set_has_element(list, 2)', [1, 0, null]],
    ['bag_keys(tags)', [['env', 'cost centre', 'on'], ['env', 'on'], null]],
    ['array_slice(list, 0, 0)', [[1], [], null]],
    ['parse_json(\'{"a":[1]}\').a', [[1], [1], [1]]],
    ['round(count_ / 2.0, 1)', [1.5, 0.5, 1]],
    ['count_ / 2', [1, 0, 1]],
    ['-count_', [-3, -1, -2]],
    ['max_of(count_, 2)', [3, 2, 2]],
    ['datetime(2026-11-24T05:06:07.1234567Z) - datetime(2026-11-23)', Array(3).fill('1.05:06:07.1230000')],
  ])('%s', (expression, expected) => {
    expect(values(expression)).toEqual(expected)
  })
})

describe('stages', () => {
  it('project, rename and convert, every column in each row and in order', () => {
    expect(run('resources | project id, env=tostring(tags.env), n=toint(count_), tags.env')).toEqual([
      ['/a', 'Prod', 3, 'Prod'],
      ['/b', 'test', 1, 'test'],
      ['/c', '', 2, null],
    ])
    expect(run('resources | project-away t*, kind, list, flag | project-rename n = name | take 1')).toEqual([
      ['/a', 'Web-01', 3],
    ])
  })

  it('extend with columns for later stages', () => {
    expect(run("resources | extend lower=tolower(name) | where lower == 'web-01' | project lower")).toEqual([
      ['web-01'],
    ])
  })

  it('order descending by default, null first in ascending and last in descending order', () => {
    expect(run('resources | order by count_ | project id').flat()).toEqual(['/a', '/c', '/b'])
    const byFlag = 'extend n = toint(flag) | sort by n'
    expect(run(`resources | ${byFlag} asc, id desc | project id`).flat()).toEqual(['/c', '/b', '/a'])
    expect(run(`resources | ${byFlag} desc | project id`).flat()).toEqual(['/a', '/b', '/c'])
    expect(run(`resources | ${byFlag} desc nulls first | project id`).flat()).toEqual(['/c', '/a', '/b'])
    expect(run('resources | top 1 by count_ | project id').flat()).toEqual(['/a'])
  })

  it('take, count and summarize', () => {
    expect(run('resources | order by id asc | limit 2 | count')).toEqual([[2]])
    expect(run('resources | summarize n=count() by kind=tolower(type) | order by kind asc')).toEqual([
      ['t/one', 2],
      ['t/two', 1],
    ])
    expect(run('resources | where count_ > 9 | summarize count()')).toEqual([[0]])
    expect(
      run('resources | summarize countif(flag), max(count_), min(id), sum(count_), avg(count_), make_set(type)'),
    ).toEqual([[1, 3, '/a', 6, 2, ['T/one', 't/Two']]])
    expect(run('resources | summarize arg_max(count_, id, name) by type | order by type asc')).toEqual([
      ['T/one', 3, '/a', 'Web-01'],
      ['t/Two', 2, '/c', 'db main'],
    ])
    expect(run('resources | distinct type')).toEqual([['T/one'], ['t/Two']])
  })

  it('begin with a pipeline in brackets, or with an operator on the table resources', () => {
    expect(run('(resources | where count_ == 1 | project id) | union (resources | project id, name)')).toHaveLength(4)
    expect(run('where count_ == 1 | project id')).toEqual([['/b']])
  })

  it('expand lists and bags; a row with an empty list is removed, a row with null stays', () => {
    expect(run('resources | mv-expand item = list | project id, item')).toEqual([
      ['/a', 1],
      ['/a', 2],
      ['/c', null],
    ])
    expect(run("resources | where id == '/b' | mvexpand tags | project tags")).toEqual([
      [{ env: 'test' }],
      [{ on: false }],
    ])
    expect(run('resources | mv-expand n = list to typeof(long) limit 1 | project id, n')).toEqual([
      ['/a', 1],
      ['/c', null],
    ])
  })
})

describe('join', () => {
  const right = '(resources | where count_ > 1 | project id, n = count_, kind2 = type)'
  it.each([
    [
      'kind=inner',
      [
        ['/a', '/a', 3],
        ['/c', '/c', 2],
      ],
    ],
    [
      'kind=leftouter',
      [
        ['/a', '/a', 3],
        ['/b', '', null],
        ['/c', '/c', 2],
      ],
    ],
  ])('%s', (kind, expected) => {
    expect(run(`resources | project id | join ${kind} ${right} on id | project id, id1, n`)).toEqual(expected)
  })

  it('innerunique, the default kind, keeps one left row of a key', () => {
    const joined = (kind: string) =>
      run(`resources | project type | join ${kind} (resources | project type, id) on type`)
    expect(joined('')).toEqual([
      ['T/one', 'T/one', '/a'],
      ['T/one', 'T/one', '/b'],
      ['t/Two', 't/Two', '/c'],
    ])
    expect(joined('kind=innerunique')).toEqual(joined(''))
    expect(joined('kind=inner')).toHaveLength(5)
  })

  it('fullouter keeps the rows of both sides', () => {
    const left = "resources | where id != '/c' | project id"
    const other = "(resources | where id != '/a' | project id)"
    expect(run(`${left} | join kind=fullouter ${other} on id`)).toEqual([
      ['/a', ''],
      ['/b', '/b'],
      ['', '/c'],
    ])
  })

  it('names columns of each side, compares with case, and numbers a duplicate name', () => {
    expect(run(`resources | extend k = toupper(id) | join kind=inner ${right} on $left.k == $right.id`)).toEqual([])
    const twice = `resources | project id, id1 = 'x' | join kind=inner ${right} on $right.id == $left.id | project id2`
    expect(run(twice)).toEqual([['/a'], ['/c']])
  })
})

it('hash() gives one number for each text, above or below zero', () => {
  const numbers = values('hash(tolower(name)) % 1000000007')
  expect(new Set(numbers).size).toBe(data.length)
  for (const each of numbers) expect(Number.isSafeInteger(each)).toBe(true)
  expect(values('hash(id)')).toEqual(values('hash(id)'))
  expect(values("iff(hash(tolower(name)) == hash('web-01'), 'same', '')")).toEqual(['same', '', ''])
})

describe('what the simulator cannot compute', () => {
  it.each([
    "resources | parse name with * '-' rest",
    'resources | sample 3',
    'resources | extend h = hash(name, 10)',
    "resources | where name has_any ('a', 'b')",
    'resources | where count_ between (1 .. 2)',
    'resources | project t = tostring(flag)',
    'resources | where tags.a == tags.b',
    'resources | project n = tags.a + 1',
    'resources | order by flag',
    'resources | mv-expand a = list, b = list',
    'resources | project n = tolower(count_)',
    '{{shared}}',
  ])('%s', (query) => {
    expect(() => run(query)).toThrow(CannotCompute)
  })
})

it('throws only refusals', () => {
  expect(() => run('resources | where tags')).toThrow(QueryRefusal)
})
