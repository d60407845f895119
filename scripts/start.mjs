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
endWithNpm();
process.setSourceMapsEnabled(true);
await import('../dist/apps/standalone/main.js');

/** npm passes signals on to its shell, which may end without passing them on. Then this program ends, too. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
