import { checkCondition } from './conditions'
import { checkLimits } from './check-limits'
import { compile } from './compile-expression'
import { planJoin, planUnion } from './plan-join'
import { planDistinct, planSummarize } from './plan-groups'
import { mapInSteps } from './pauses'
import { following, type Catalog, type Plan } from './plan'
import { planExpand, planExtend, planOrder, planProject, planProjectAway, planRename } from './plan-stages'
import { ConstantRow } from './derived-rows'
import type { Expression, Query, Stage } from './syntax'
import { toText } from './values'

/** Checks a whole query against the tables: Azure's refusals are thrown here, before any row is read. */
export function planQuery(query: Query, catalog: Catalog): Plan {
  checkLimits(query)
  return plan(query, catalog)
}

function plan(query: Query, catalog: Catalog): Plan {
  const { columns, rows } = catalog.table(query.table)
  const types = typesOfQuery(query)
  const table: Plan = {
    columns,
    limited: false,
    rows: () => mapInSteps(rows(types), (row) => row),
  }
  return query.stages.reduce((before, stage, index) => {
    const after = apply(stage, before, catalog)
    // The table itself applies a first condition that only compares types.
    return index === 0 && stage.kind === 'where' && asksForTypesAlone(stage.condition) ? before : after
  }, table)
}

function first(most: number, before: Plan): Plan {
  return following(before, { ...before, limited: true }, (rows) => rows.slice(0, most))
}

function asksForTypesAlone(condition: Expression): boolean {
  if (condition.kind !== 'compare' && condition.kind !== 'in') return false
  return condition.operator !== '==' && condition.operator !== 'in' && typesOf(condition) !== null
}

function apply(stage: Stage, before: Plan, catalog: Catalog): Plan {
  switch (stage.kind) {
    case 'where': {
      const condition = compile(stage.condition, before.columns)
      checkCondition(condition)
      return following(before, before, function* (rows) {
        const held = yield* mapInSteps(rows, (row) => condition.run(row) === true)
        return rows.filter((_, place) => held[place])
      })
    }
    case 'project':
      return planProject(stage.columns, before)
    case 'project-away':
      return planProjectAway(stage.patterns, before)
    case 'project-rename':
      return planRename(stage.columns, before)
    case 'distinct':
      return planDistinct(stage.columns, before)
    case 'extend':
      return planExtend(stage.columns, before)
    case 'expand':
      return planExpand(stage, before)
    case 'order':
      return planOrder(stage.keys, before)
    case 'take':
      return first(stage.rows, before)
    case 'top':
      return first(stage.rows, planOrder(stage.keys, before))
    case 'count':
      return following(before, { ...before, columns: [{ name: 'Count', type: 'long' }] }, (rows) => [
        new ConstantRow({ Count: rows.length }),
      ])
    case 'summarize':
      return planSummarize(stage, before)
    case 'join':
      return planJoin(stage, before, plan(stage.right, catalog))
    case 'union':
      return planUnion(
        stage.inner,
        before,
        stage.legs.map((leg) => plan(leg, catalog)),
      )
  }
}

/** Resource types that the first conditions of a query allow: no other rows are needed. */
function typesOfQuery({ stages }: Query): readonly string[] | null {
  for (const stage of stages) {
    if (stage.kind !== 'where') return null
    const types = typesOf(stage.condition)
    if (types !== null) return types
  }
  return null
}

const written = (expression: Expression): string | null =>
  expression.kind === 'literal' ? toText(expression.value).toLowerCase() : null

function typesOf(condition: Expression): readonly string[] | null {
  if (condition.kind === 'and') return typesOf(condition.left) ?? typesOf(condition.right)
  const isType = (side: Expression): boolean => side.kind === 'column' && side.name === 'type'
  if (condition.kind === 'compare' && (condition.operator === '=~' || condition.operator === '==')) {
    const text = isType(condition.left) ? written(condition.right) : null
    return text === null ? null : [text]
  }
  if (condition.kind !== 'in' || condition.operator.startsWith('!') || !isType(condition.left)) return null
  const texts = condition.items.map(written)
  return texts.every((text) => text !== null) ? texts : null
}
