import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small files that take long: on a machine that has not run them yet, Vitest would begin them last, and one core would wait. */
const long = ['shared/fuzz', 'server/exports-worker', 'server/corpus', 'faults/faults'];
const isLong = ({ moduleId }: TestSpecification): boolean => long.some((name) => moduleId.endsWith(`${name}.test.ts`));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
