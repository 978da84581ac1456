// The skin as points: which of it a mark reaches, and how much of it is marked. The same rules as
// in Python (matching/marks.py): a stroke reaches the points its view shows within half its width.

function unpack(base64, Kind) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Kind(bytes.buffer);
}

const UV_STEPS = 10;
const AREA_STEPS = 1000;

export class Skin {
  constructor({ count, area, region, views }, regionIds) {
    this.count = count;
    this.area = Float32Array.from(unpack(area, Uint16Array), (each) => each / AREA_STEPS);
    this.region = unpack(region, Int16Array);
    this.numbers = new Map(regionIds.map((id, number) => [id, number]));
    this.views = Object.fromEntries(
      Object.entries(views).map(([name, { index, uv }]) => [
        name,
        {
          index: unpack(index, Uint16Array),
          uv: Float32Array.from(unpack(uv, Int16Array), (each) => each / UV_STEPS),
        },
      ]),
    );
    this.cache = new WeakMap();
  }

  /** Numbers of the skin points a mark reaches. */
  reached(mark) {
    if (!this.cache.has(mark)) {
      this.cache.set(
        mark,
        mark.kind === "region"
          ? this.inRegion(mark.region)
          : this.near(mark.view, mark.path, mark.size_cm),
      );
    }
    return this.cache.get(mark);
  }

  /** Extend a stroke that is being painted: only the new step is looked up. */
  grow(mark, step) {
    const reached = new Set(this.reached(mark));
    for (const point of this.near(mark.view, step, mark.size_cm)) reached.add(point);
    this.cache.set(mark, [...reached]);
  }

  inRegion(id) {
    const number = this.numbers.get(id);
    const points = [];
    if (number !== undefined)
      this.region.forEach((each, point) => {
        if (each === number) points.push(point);
      });
    return points;
  }

  /** Points that a view shows within half of `sizeCm` of a path in picture mm. */
  near(view, path, sizeCm) {
    const { index, uv } = this.views[view];
    const reach = sizeCm * 5;
    const points = [];
    const us = path.map(([u]) => u);
    const vs = path.map(([, v]) => v);
    const [u0, u1] = [Math.min(...us) - reach, Math.max(...us) + reach];
    const [v0, v1] = [Math.min(...vs) - reach, Math.max(...vs) + reach];
    for (let i = 0; i < index.length; i += 1) {
      const u = uv[2 * i];
      const v = uv[2 * i + 1];
      if (u >= u0 && u <= u1 && v >= v0 && v <= v1 && toPath(u, v, path) <= reach * reach)
        points.push(index[i]);
    }
    return points;
  }

  /** The result of all marks in order: `area` in cm2, and `by`, the number of the mark at each point or -1. */
  marked(marks) {
    const by = new Int32Array(this.count).fill(-1);
    marks.forEach((mark, number) => {
      const hurts = mark.kind !== "eraser" && mark.intensity !== 0;
      for (const point of this.reached(mark)) by[point] = hurts ? number : -1;
    });
    let area = 0;
    for (let point = 0; point < this.count; point += 1)
      if (by[point] >= 0) area += this.area[point];
    return { by, area };
  }
}

/** Square of the distance from a place to a path. */
function toPath(u, v, path) {
  let best = Infinity;
  for (let i = 0; i < path.length; i += 1) {
    const [u0, v0] = path[Math.max(i - 1, 0)];
    const [u1, v1] = path[i];
    const along = [u1 - u0, v1 - v0];
    const length = along[0] ** 2 + along[1] ** 2;
    const part = length
      ? Math.min(1, Math.max(0, ((u - u0) * along[0] + (v - v0) * along[1]) / length))
      : 0;
    best = Math.min(best, (u - u0 - part * along[0]) ** 2 + (v - v0 - part * along[1]) ** 2);
  }
  return best;
}
