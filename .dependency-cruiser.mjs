// @ts-check
import { rules } from './tooling/modules/rules.mjs'

/** Configuration for dependency-cruiser; the rules come from the module table. */
export default {
  forbidden: rules,
  options: {
    // Packages must be visible (not excluded), or the purity rules check nothing.
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
