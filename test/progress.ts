import type { Reporter, TestModule } from 'vitest/node';

/** One line for each test file as it ends, so that a long run shows where it is. */
export default class Progress implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    const seconds = (module.diagnostic().duration / 1000).toFixed(1);
    const outcome = module.ok() ? 'ok    ' : 'FAILED';
    process.stdout.write(
      `${outcome} ${module.relativeModuleId}  ${tests.length - failed}/${tests.length}  ${seconds} s\n`,
    );
  }
}
