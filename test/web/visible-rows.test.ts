import { describe, expect, it } from "vitest";
import { heightOf, ROW, rowsInView, scrollTo } from "../../src/web/visible-rows.ts";

const WINDOW = 400;
const IN_WINDOW = WINDOW / ROW;

describe("rows in view", () => {
  it.each([0, 1, 5, 100, 10_000, 500_000, 5_000_000])("are few, of %d", (count) => {
    for (const share of [0, 0.1, 0.5, 0.9, 1]) {
      const { from, to } = rowsInView(share * Math.max(0, heightOf(count) - WINDOW), WINDOW, count);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(count);
      expect(to - from).toBeLessThanOrEqual(IN_WINDOW + 20);
    }
  });

  it.each([10_000, 500_000, 5_000_000])("begin with the first and end with the last of %d", (count) => {
    expect(rowsInView(0, WINDOW, count).from).toBe(0);
    expect(rowsInView(heightOf(count) - WINDOW, WINDOW, count).to).toBe(count);
  });

  it.each([
    [10_000, 1],
    [10_000, 5000],
    [10_000, 9999],
    [500_000, 250_000],
    [5_000_000, 4_321_000],
    [5_000_000, 4_999_999],
  ])("of %d have row %d when they are scrolled to it", (count, row) => {
    const { from, to } = rowsInView(scrollTo(row, WINDOW, count), WINDOW, count);
    expect(from).toBeLessThanOrEqual(row);
    expect(to).toBeGreaterThan(row);
  });

  it("stand where the window is", () => {
    for (const count of [10_000, 5_000_000]) {
      const top = heightOf(count) / 2;
      const rows = rowsInView(top, WINDOW, count);
      expect(rows.top).toBeLessThanOrEqual(top);
      expect(rows.top + (rows.to - rows.from) * ROW).toBeGreaterThanOrEqual(top + WINDOW);
    }
  });
});
