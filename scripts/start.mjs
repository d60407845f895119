// npm start: installs and builds what is missing, then becomes the standalone program, in this very process.
import './node-version.mjs';

const { installPackages } = await import('./install.mjs');
const { buildChanged } = await import('./build.mjs');
const { root } = await import('./run.mjs');

process.chdir(root);
await installPackages();
if (!(await buildChanged())) {
  console.error('The build failed; the compiler says above why.');
  process.exit(1);
}
process.setSourceMapsEnabled(true);
await import('../dist/apps/standalone/main.js');
