// VS Code calls run() in the extension host. Prints as the other editors' tests do.

const path = require('node:path');
const Mocha = require('mocha');

exports.run = () => new Promise((resolve, reject) => {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: function () {} });
  mocha.addFile(path.join(__dirname, 'corpus.test.cjs'));
  let passed = 0;
  let failed = 0;
  const runner = mocha.run();
  runner
    .on('pass', test => { passed++; console.log(`ok   ${test.title}`); })
    .on('fail', (test, problem) => {
      failed++;
      console.log(`FAIL ${test.title} -- ${problem.message}`);
      if (test.title.startsWith('attaches')) runner.abort(); // nothing else can work
    })
    .on('end', () => {
      console.log(`${passed} passed, ${failed} failed`);
      if (failed === 0) resolve();
      else reject(new Error(`${failed} failed`));
    });
});
