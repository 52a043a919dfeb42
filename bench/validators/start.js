// One start: imports a module that makes every validator ready, checks one frame, and prints how long that took. A
// process of its own for each start, so that nothing is warm.
const [file] = process.argv.slice(2);
const FRAME = '{"type":"event","event":"tick","payload":{"ts":1}}';

const started = performance.now();
if (file !== undefined) {
  const { check } = await import(file);
  if (!check(JSON.parse(FRAME))) throw new Error("the frame was refused");
}
const ms = performance.now() - started;
console.log(JSON.stringify({ ms, memory: process.memoryUsage().rss }));
