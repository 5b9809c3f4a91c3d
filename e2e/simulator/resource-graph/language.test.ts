import { describe, expect, it } from 'vitest'
import { ConstantRow } from './derived-rows'
import { evaluate, type RowSource } from './evaluate-query'
import { parseQuery } from './parse-query'
import { QueryError } from './syntax'

const data: readonly Record<string, unknown>[] = [
  {
    id: '/a',
    name: 'Web-01',
    type: 'T/one',
    count: 3,
    tags: { env: 'Prod', 'cost centre': '7' },
    list: [1, 2],
    flag: true,
  },
  { id: '/b', name: 'web-02', type: 'T/one', count: 1, tags: { env: 'test' }, list: [], flag: false },
  { id: '/c', name: 'db main', type: 't/Two', count: 2, tags: null, list: null, flag: null },
]
const source: RowSource = {
  columns: ['id', 'name', 'type', 'count', 'tags', 'list', 'flag'],
  rows: () => data.map((row) => new ConstantRow(row)),
}

function run(query: string): unknown[][] {
  const { columns, rows } = evaluate(parseQuery(query), source)
  return rows.map((row) => columns.map((column) => row.get(column)))
}

function ids(condition: string): string {
  return run(`resources | where ${condition} | project id`).flat().join('')
}

describe('conditions', () => {
  it.each([
    ["name == 'web-01'", ''],
    ["name =~ 'web-01'", '/a'],
    ["name != 'Web-01'", '/b/c'],
    ["name !~ 'web-01'", '/b/c'],
    ["name in ('Web-01', 'x')", '/a'],
    ["name in~ ('web-01', 'WEB-02')", '/a/b'],
    ["name !in~ ('web-01')", '/b/c'],
    ["name contains 'EB-0'", '/a/b'],
    ["name !contains 'web'", '/c'],
    ["name startswith 'WEB'", '/a/b'],
    ["name endswith '02'", '/b'],
    ["name has 'web'", '/a/b'],
    ["name has 'we'", ''],
    ["name has 'main'", '/c'],
    ['count > 1 and count <= 3', '/a/c'],
    ['count < 2 or count >= 3', '/a/b'],
    ["not(name =~ 'web-01')", '/b/c'],
    ['flag', '/a'],
    ['flag == true', '/a'],
    ['flag != true', '/b'],
    ["tags.env =~ 'prod'", '/a'],
    ["tags['cost centre'] == '7'", '/a'],
    ['list[1] == 2', '/a'],
    ['isempty(tags.env)', '/c'],
    ['isnotempty(tags.env)', '/a/b'],
    ['array_length(list) == 0', '/b'],
    ['isnull(list)', '/c'],
    ['isempty(tags.constructor)', '/a/b/c'],
    ["(name =~ 'web-01' or name =~ 'web-02') and tags.env =~ 'test'", '/b'],
    ["name =~ 'web-01' // and nothing else", '/a'],
  ])('%s', (condition, expected) => {
    expect(ids(`${condition}\n`)).toBe(expected)
  })
})

describe('stages', () => {
  it('project, rename and convert', () => {
    expect(run('resources | project id, env=tostring(tags.env), n=toint(count), tags.env')).toEqual([
      ['/a', 'Prod', 3, 'Prod'],
      ['/b', 'test', 1, 'test'],
      ['/c', '', 2, null],
    ])
  })

  it('extend with columns that later stages see', () => {
    expect(run("resources | extend lower=tolower(name) | where lower == 'web-01' | project lower")).toEqual([
      ['web-01'],
    ])
  })

  it('order downwards unless told otherwise, nothing first when going up', () => {
    expect(run('resources | order by count | project id').flat()).toEqual(['/a', '/c', '/b'])
    expect(run('resources | sort by flag asc, id desc | project id').flat()).toEqual(['/c', '/b', '/a'])
  })

  it('take, count and summarize', () => {
    expect(run('resources | order by id asc | limit 2 | count')).toEqual([[2]])
    expect(run('resources | summarize n=count() by kind=tolower(type) | order by kind asc')).toEqual([
      ['t/one', 2],
      ['t/two', 1],
    ])
    expect(run('resources | where count > 9 | summarize count()')).toEqual([[0]])
  })

  it('join: every left row, with empty columns where it has no partner', () => {
    const joined = 'resources | join kind=leftouter (resources | where count > 1 | project id, more=count) on id'
    expect(run(`${joined} | project id, id1, more`)).toEqual([
      ['/a', '/a', 3],
      ['/b', null, null],
      ['/c', '/c', 2],
    ])
    expect(run(`${joined} | where isempty(id1) | project id`)).toEqual([['/b']])
    expect(run(`${joined} | extend x=iff(isempty(id1), id, '') | summarize n=count() by x`)).toEqual([
      ['', 2],
      ['/b', 1],
    ])
  })
})

describe('what it does not know', () => {
  it.each([
    ['', 'ParserFailure'],
    ['securityresources | project id', 'ParserFailure'],
    ['resources | mv-apply list', 'ParserFailure'],
    ['resources | join kind=inner (resources) on id', 'ParserFailure'],
    ['resources | join (resources) on id', 'ParserFailure'],
    ['resources | where', 'ParserFailure'],
    ["resources | where name = 'x'", 'ParserFailure'],
    ["resources | where name matches regex 'x'", 'ParserFailure'],
    ["resources | where name =~ 'x", 'ParserFailure'],
    ['resources | where nothing == 1', 'SemanticError'],
    ['resources | project id | where name =~ 1', 'SemanticError'],
    ['resources | where strcat(name) == 1', 'SemanticError'],
    ['resources | where tostring(name, id) == 1', 'SemanticError'],
    ['resources | where constructor(name) == 1', 'SemanticError'],
    ['resources | summarize dcount(name)', 'ParserFailure'],
    ['resources | take many', 'ParserFailure'],
    ['resources; resources', 'ParserFailure'],
    ['resources | project id | join kind=leftouter (resources | project name) on name', 'SemanticError'],
    ['resources | join kind=leftanti (resources | project id) on id', 'ParserFailure'],
    ['resources | where iff(flag, 1) == 1', 'SemanticError'],
  ])('%s', (query, code) => {
    expect(() => run(query)).toThrow(QueryError)
    try {
      run(query)
    } catch (error) {
      expect(error).toMatchObject({ code })
    }
  })
})
