// Imported first: an older Node stops here with a clear line, before it meets anything that it does not know.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later is needed; this is ${process.versions.node} (${process.execPath}).`);
  process.exit(1);
}
