/** Queries that one row of table 6.1 of resource-graph-language.md says are refused, all for one reason. */
export interface RefusedQueries {
  /** Number of the row. */
  readonly row: number
  readonly source: string
  /** Codes of the details. */
  readonly codes: readonly string[]
  readonly reason: string | ((query: string) => string)
  readonly queries: readonly string[]
}

const page = 'https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language'
const kusto = 'https://learn.microsoft.com/kusto/query'
const facts = 'resource-graph-language.md'
const checklists = 'https://github.com/Azure/review-checklists/issues/1002'
const malformed = 'https://github.com/Azure/azure-sdk-for-net: ResourcesMalformedQueryAsyncTest'

const notSeen = ['InvalidQuery']
const flavour = ['InvalidQuery', 'UnsupportedJoinFlavor']
const parser = ['InvalidQuery', 'ParserFailure']
const language = ['InvalidQuery', 'InvalidQueryLanguage']
const unknown = ['InvalidQuery', 'UnknownFunction']

const join = (kind: string): string => `resources | join kind=${kind} (resources) on id`
const joinReason = (query: string): string => `join ${/kind=\w+/.exec(query)?.[0] ?? ''}`
const operatorReason = (query: string): string => `the operator ${/\| ([\w-]+)/.exec(query)?.[1] ?? ''}`
const functionReason = (query: string): string => `the function ${/(\w+)\((?!.*\w\()/.exec(query)?.[1] ?? ''}`
const call = (name: string): string => `resources | extend x = ${name}(1)`

const kustoOperators =
  'lookup mv-apply make-series serialize partition scan fork facet render search find as consume getschema sample-distinct top-nested parse-where parse-kv project-keep project-reorder'

/** Rows 1 to 25 and 27 to 34: those that are about the text of a query. */
export const refusedQueries: readonly RefusedQueries[] = [
  {
    row: 1,
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/45495',
    codes: flavour,
    reason: joinReason,
    queries: ['leftanti', 'anti', 'leftantisemi'].map(join),
  },
  {
    row: 2,
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/45495; inferred',
    codes: flavour,
    reason: joinReason,
    queries: ['leftsemi', 'rightsemi', 'rightanti', 'rightantisemi'].map(join),
  },
  { row: 3, source: `inferred: not in ${page}`, codes: flavour, reason: joinReason, queries: [join('rightouter')] },
  {
    row: 4,
    source: page,
    codes: notSeen,
    reason: 'a join with a hint',
    queries: ['hint.strategy=broadcast', 'kind=inner hint.remote=left'].map(
      (hint) => `resources | join ${hint} (resources) on id`,
    ),
  },
  {
    row: 5,
    source: `${kusto}/join-operator; inferred`,
    codes: notSeen,
    reason: 'a join on more than equal columns',
    queries: ['$left.id < $right.id', '$left.id == 1', 'tolower(id)'].map(
      (on) => `resources | join kind=inner (resources) on ${on}`,
    ),
  },
  {
    row: 6,
    source: `${facts} 1.7`,
    codes: notSeen,
    reason: 'a join on a dynamic column',
    queries: ['resources | join kind=inner (resources) on properties'],
  },
  {
    row: 7,
    source: page,
    codes: notSeen,
    reason: 'a fourth join',
    queries: [`resources ${'| join kind=inner (resources | project id) on id'.repeat(4)}`],
  },
  {
    row: 8,
    source: `${facts} 1.2: a README on disk inventory`,
    codes: ['DisallowedMaxNumberOfRemoteTables'],
    reason: 'a table twice on a right side',
    queries: [`resources ${'| join kind=leftouter (resourcecontainers | project id) on id'.repeat(2)}`],
  },
  {
    row: 9,
    source: `${facts} 1.2: https://github.com/Azure/azqr`,
    codes: ['UnsupportedRemoteTableScenario'],
    reason: 'two tables beside resources',
    queries: [
      `resources ${['recoveryservices', 'desktopvirtualization']
        .map((table) => `| join kind=leftouter (${table}resources | project id) on id`)
        .join(' ')}`,
    ],
  },
  {
    row: 10,
    source: page,
    codes: notSeen,
    reason: 'a union with a fourth leg',
    queries: ['resources | union (resources), (resources), (resources)'],
  },
  {
    row: 11,
    source: page,
    codes: notSeen,
    reason: 'a union with isfuzzy',
    queries: ['resources | union isfuzzy=true (resources)'],
  },
  {
    row: 11,
    source: page,
    codes: notSeen,
    reason: 'a union of tables by a pattern',
    queries: ['resources | union resource*', 'resources | union *'],
  },
  {
    row: 12,
    source: page,
    codes: notSeen,
    reason: 'a third mv-expand',
    queries: [`resources ${'| mv-expand z = zones '.repeat(3)}`],
  },
  {
    row: 13,
    source: page,
    codes: notSeen,
    reason: 'mv-expand with a limit above 400',
    queries: ['resources | mv-expand z = zones limit 401'],
  },
  {
    row: 14,
    source: `${facts} 1.1: https://github.com/Azure/azqr; inferred`,
    codes: parser,
    reason: 'expected a table',
    queries: ['let x = 1; resources', 'set notruncation; resources', 'declare query_parameters(x:long); resources'],
  },
  {
    row: 15,
    source: `inferred: not in ${page}`,
    codes: unknown,
    reason: (query) => `the function ${query.startsWith('mat') ? 'materialize' : 'toscalar'}`,
    queries: ['materialize(resources) | count', 'resources | where name == toscalar(resources)'],
  },
  {
    row: 16,
    source: `inferred: not in ${page}`,
    codes: parser,
    reason: 'expected a table',
    queries: ['externaldata (a:string) [@"https://x"]', 'datatable (a:string) ["b"]', 'print 1', 'range x from 1 to 2'],
  },
  {
    row: 17,
    source: 'inferred: https://github.com/Azure/azure-powershell/issues/13762',
    codes: language,
    reason: operatorReason,
    queries: ['resources | evaluate bag_unpack(tags)', 'resources | invoke f()'],
  },
  {
    row: 18,
    source: `not in ${page}; https://github.com/Azure/azure-powershell/issues/13762`,
    codes: language,
    reason: operatorReason,
    queries: kustoOperators.split(' ').map((name) => `resources | ${name} x`),
  },
  { row: 19, source: 'inferred', codes: parser, reason: 'expected an operator', queries: ['resources | skip 5'] },
  {
    row: 20,
    source: `${facts} 1.1: https://github.com/Azure/azqr; inferred`,
    codes: unknown,
    reason: functionReason,
    queries: ['row_number', 'prev', 'next', 'row_cumsum'].map(call),
  },
  {
    row: 21,
    source: `${facts} 4.2: captured errors of 2021 and 2022`,
    codes: unknown,
    reason: functionReason,
    queries: ['series_stats', 'ipv4_is_match', 'geo_distance_2points', 'tolong', 'cout', 'constructor'].map(call),
  },
  {
    row: 22,
    source: malformed,
    codes: parser,
    reason: 'expected the end of the query',
    queries: ["resources\n| where name = 'x'", 'resources; resources', 'resources | count count'],
  },
  {
    row: 23,
    source: malformed,
    codes: parser,
    reason: 'expected an expression',
    queries: ['resources | where', 'resources | where name =='],
  },
  { row: 24, source: 'inferred', codes: parser, reason: 'expected a table', queries: ['', '// nothing'] },
  {
    row: 25,
    source: `${facts} 4.2: https://github.com/Azure/azqr`,
    codes: ['DisallowedLogicalTableName'],
    reason: 'an unknown table',
    queries: ['resurces | count', 'resources | join kind=inner (constructor) on id'],
  },
  {
    row: 27,
    source: checklists,
    codes: notSeen,
    reason: 'a column that does not exist',
    queries: [
      'resources | where nothing == 1',
      'resources | project id | where name =~ "x"',
      'resources | project id | join kind=leftouter (resources | project name) on name',
    ],
  },
  {
    row: 28,
    source: checklists,
    codes: notSeen,
    reason: 'a condition that is no bool',
    queries: ['resources | where name', 'resources | where properties.x', 'resources | where not(tags.a)'],
  },
  {
    row: 29,
    source: 'https://github.com/microsoft/Kusto-Query-Language/issues/61',
    codes: notSeen,
    reason: 'a key of a group that is dynamic',
    queries: ['resources | summarize count() by tags', 'resources | distinct tags.env'],
  },
  {
    row: 30,
    source: `${kusto}/sort-operator`,
    codes: notSeen,
    reason: 'order by a dynamic value',
    queries: ['resources | order by properties.vmId', 'resources | top 3 by tags'],
  },
  {
    row: 31,
    source: `${facts} 1.7`,
    codes: notSeen,
    reason: 'a column that does not exist',
    queries: ['resources | extend a = 1, b = a + 1'],
  },
  {
    row: 32,
    source: `${facts} 1.7`,
    codes: notSeen,
    reason: (query) => `${query.includes('iff') ? 'iff' : 'case'}() with branches of different types`,
    queries: ["resources | extend a = iff(name == 'x', 1, 'b')", "resources | extend a = case(name == 'x', tags, 'b')"],
  },
  {
    row: 33,
    source: 'inferred',
    codes: notSeen,
    reason: 'two columns of one name',
    queries: ['resources | project a = id, a = name', 'resources | project id, id'],
  },
  {
    row: 34,
    source: 'inferred',
    codes: notSeen,
    reason: (query) => `${/(\w+)\(/.exec(query)?.[1] ?? ''}() with a wrong number of arguments`,
    queries: ['tolower(name, id)', 'strlen()', "iff(name == 'x', 1)", 'ago()'].map(
      (text) => `resources | extend a = ${text}`,
    ),
  },
]
