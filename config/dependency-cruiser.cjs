// Who may import whom (README, "Shape"). Each rule says why in its comment.
const specs = '(\\.|-)spec\\.tsx?$|^test/|^libs/platform/testing/';
/** A folder of libs/ that is one part of the business. */
const context = '^libs/(?!contracts/|platform/)([^/]+)/';

/** Only the platform folder of a port imports the package behind it, so that the package can be exchanged. */
const onlyIn = (packages, folders) => ({
  name: `only-${folders[0].replaceAll(/[^a-z]+/g, '-')}-imports-${packages[0].replaceAll('/', '-')}`,
  comment: `${packages.join(', ')} is an adapter's business; everybody else uses the port.`,
  severity: 'error',
  from: { path: '^(libs|apps)/', pathNot: [...folders.map((folder) => `^${folder}/`), specs] },
  to: { path: `(^|/)node_modules/(${packages.join('|')})/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that import each other are one file, or a third is missing. Types alone do no harm.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import must lead somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'contracts-only-zod',
      comment: 'Contracts are loaded by server and browser alike.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: specs },
      to: { pathNot: ['^libs/contracts/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'platform-knows-no-business',
      comment: 'The platform serves the contexts and knows none.',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: specs },
      to: { path: context },
    },
    {
      name: 'contexts-by-their-index',
      comment: 'What a context offers to others is in its index.ts; the rest may change freely.',
      severity: 'error',
      from: { path: context },
      to: { path: context, pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'apps-by-index',
      comment: 'The programs, too, know of a context what its index.ts offers.',
      severity: 'error',
      from: { path: '^apps/(?!web/)' },
      to: { path: context, pathNot: ['^libs/[^/]+/index\\.ts$', '^libs/[^/]+/migrations/'] },
    },
    {
      name: 'nothing-imports-an-app',
      comment: 'An app puts parts together; it is no part.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-knows-contracts-only',
      comment: 'The browser must load nothing of the server.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps)/', pathNot: ['^libs/contracts/', '^apps/web/'] },
    },
    {
      name: 'states-and-policies-are-pure',
      comment:
        'Rules of the business are plain functions over plain data; they may name the type of an entity.',
      severity: 'error',
      from: { path: '\\.(states|policy)\\.ts$' },
      to: {
        path: [
          '(^|/)node_modules/(@nestjs/[^/]+|typeorm|pg)/',
          '\\.(entity|repository|reader|service)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-spec-in-programs',
      comment: 'Tests and what only they need stay out of the programs.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: specs },
      to: { path: specs },
    },
    {
      name: 'no-development-package-in-programs',
      comment: 'The image contains none of them.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [specs, '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    onlyIn(['bullmq'], ['libs/platform/queue']),
    onlyIn(['socket.io', '@socket.io/[^/]+', '@nestjs/platform-socket.io'], ['libs/platform/realtime']),
    onlyIn(['socket.io-client'], ['apps/web', 'apps/demo/day']),
    onlyIn(['ioredis'], ['libs/platform']),
    onlyIn(['nodemailer'], ['libs/platform/mail']),
    onlyIn(['@aws-sdk/[^/]+', 'minio'], ['libs/platform/files']),
    onlyIn(['meilisearch'], ['libs/platform/search']),
    onlyIn(['exceljs', 'csv-parse', 'csv-stringify'], ['libs/platform/spreadsheet']),
    onlyIn(['pdfmake'], ['libs/platform/pdf']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: 'config/dependency-cruiser.resolve.cjs' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    exclude: { path: '^(dist|var)/' },
  },
};
