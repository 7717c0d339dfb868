// A map of the world on a canvas: where sites and shipments are, by standing. Colours come from the tokens. Who cannot
// use a pointer has the same rows in the table beside it.
import { geoInterpolate, geoNaturalEarth1, geoPath, land } from './lib/world.js';
import { marks } from './marks.js';

const NORTH = 80, SOUTH = -57, NEAR = 12, CLUSTER = 13, LONGEST_TWEEN = 1100, LEAST_FIT = 4;

/**
 * Shows a map in an element.
 * options: pick: a page's reference, told by its method Pick which shipment was chosen;
 *          fit: show what is put there instead of the whole world; labels: write the points' labels beside them.
 * The answer has
 *   put([[slot, id, mark, longitude, latitude, fromLongitude, fromLatitude, toLongitude, toLatitude, label], …])
 *   take([slot, …]), move(bytes): six bytes each: slot, longitude and latitude as 16 bits, big end first
 *   select(id), stop()
 */
export function show(element, options = {}) {
  const canvas = element.appendChild(document.createElement('canvas'));
  const draw = canvas.getContext('2d');
  const ground = document.createElement('canvas');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const points = new Map();
  const projection = geoNaturalEarth1();
  let [width, height, scale] = [0, 0, 1];
  let sprites, tokens, selected = null, clusters = [], frame = 0, moved = 0, from = 0, until = 0, later = 0;

  const place = (longitude, latitude) => {
    const [x, y] = projection([longitude, latitude]) ?? [-99, -99];
    // What flies over the top of the world is shown at its edge.
    return [x, options.fit ? y : Math.max(9, Math.min(height - 9, y))];
  };
  const isSite = point => marks[point.mark].site;

  function aim() {
    const places = [...points.values()].flatMap(point => [[point.lon, point.lat], ...(point.route ?? [])]);
    if (options.fit && places.length > 0) {
      const turns = places.map(([lon]) => lon).sort((a, b) => a - b);
      // The widest gap is left outside, so that a route over the Pacific is in one piece.
      let middle = (turns[0] + turns.at(-1)) / 2, gap = 360 - (turns.at(-1) - turns[0]);
      turns.forEach((lon, i) => {
        if (i > 0 && lon - turns[i - 1] > gap) [gap, middle] = [lon - turns[i - 1], (lon + turns[i - 1]) / 2 + 180];
      });
      projection.rotate([-middle, 0]);
      const lines = { type: 'GeometryCollection', geometries: [
        { type: 'MultiPoint', coordinates: places },
        ...[...points.values()].filter(point => point.route).map(point => ({ type: 'LineString', coordinates: point.route })),
      ] };
      projection.fitExtent([[60, 30], [Math.max(61, width - 60), Math.max(31, height - 30)]], lines);
      const most = LEAST_FIT * width / (2 * Math.PI);
      if (!(projection.scale() < most)) {
        const centre = geoPath(projection).centroid(lines);
        const there = projection.invert(centre);
        projection.scale(most).translate([0, 0]);
        const [x, y] = projection(there);
        projection.translate([width / 2 - x, height / 2 - y]);
      }
      return;
    }

    projection.rotate([0, 0]).scale(1).translate([0, 0]);
    const [west] = projection([-180, 0]), [east] = projection([180, 0]);
    const top = projection([0, NORTH])[1], bottom = projection([0, SOUTH])[1];
    const size = Math.min(width / (east - west), height / (bottom - top));
    projection.scale(size).translate([width / 2, height / 2 - size * (top + bottom) / 2]);
  }

  function readTokens() {
    const style = getComputedStyle(document.documentElement);
    tokens = name => style.getPropertyValue(`--${name}`).trim();
    sprites = marks.map(mark => mark.sprite(tokens, scale));
  }

  function drawGround() {
    [ground.width, ground.height] = [canvas.width, canvas.height];
    const pen = ground.getContext('2d');
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.fillStyle = tokens('sea');
    pen.fillRect(0, 0, width, height);
    pen.beginPath();
    geoPath(projection, pen)(land);
    pen.fillStyle = tokens('land');
    pen.fill();
    [pen.strokeStyle, pen.lineWidth] = [tokens('land-line'), 0.6];
    pen.stroke();
  }

  function route(point) {
    if (!point.route) return null;
    if (!point.path) {
      point.path = new Path2D(geoPath(projection)({ type: 'LineString', coordinates: point.route }) ?? '');
    }
    return point.path;
  }

  function lay() {
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return;
    [width, height, scale] = [box.width, box.height, Math.min(devicePixelRatio || 1, 2)];
    [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    readTokens();
    aim();
    drawGround();
    for (const point of points.values()) {
      [point.x, point.y] = [point.x0, point.y0] = [point.x1, point.y1] = place(point.lon, point.lat);
      point.path = null;
    }
    gather();
    wake();
  }

  // Markers that would cover each other become one with a count; the worst shape stands for all.
  function gather() {
    const cells = new Map();
    clusters = [];
    const cell = (x, y) => `${Math.floor(x / CLUSTER)},${Math.floor(y / CLUSTER)}`;
    const all = [...points.values()].filter(point => !isSite(point))
      .sort((a, b) => marks[b.mark].worse - marks[a.mark].worse || a.slot - b.slot);
    for (const point of all) {
      point.cluster = null;
      if (point.id === selected || options.labels) continue;
      let home = null;
      for (let i = -1; i <= 1 && !home; i++) for (let j = -1; j <= 1 && !home; j++) {
        home = cells.get(cell(point.x1 + i * CLUSTER, point.y1 + j * CLUSTER))
          ?.find(one => Math.hypot(one.lead.x1 - point.x1, one.lead.y1 - point.y1) < CLUSTER);
      }
      if (home) {
        home.count++;
      } else {
        home = { lead: point, count: 1 };
        const key = cell(point.x1, point.y1);
        cells.set(key, [...(cells.get(key) ?? []), home]);
        clusters.push(home);
      }
      point.cluster = home;
    }
    clusters.reverse();
  }

  function write(text, x, y, side) {
    draw.font = `600 12px ${tokens('font')}`;
    [draw.textAlign, draw.textBaseline] = [side, 'middle'];
    [draw.strokeStyle, draw.lineWidth, draw.lineJoin] = [tokens('land'), 3, 'round'];
    draw.strokeText(text, x, y);
    draw.fillStyle = tokens('ink');
    draw.fillText(text, x, y);
  }

  function stamp(sprite, x, y) {
    draw.drawImage(sprite.image, x - sprite.size / 2, y - sprite.size / 2, sprite.size, sprite.size);
  }

  function paint(now) {
    frame = 0;
    const share = until > from ? Math.min(1, (now - from) / (until - from)) : 1;
    for (const point of points.values()) {
      point.x = point.x0 + (point.x1 - point.x0) * share;
      point.y = point.y0 + (point.y1 - point.y0) * share;
    }
    draw.setTransform(1, 0, 0, 1, 0, 0);
    draw.drawImage(ground, 0, 0);
    draw.setTransform(scale, 0, 0, scale, 0, 0);

    let chosen = null;
    draw.lineWidth = 1;
    for (const point of points.values()) {
      if (point.id === selected) chosen = point;
      else if (marks[point.mark].arc && route(point)) {
        [draw.strokeStyle, draw.globalAlpha] = [tokens(marks[point.mark].colour), 0.35];
        draw.stroke(route(point));
      }
    }
    draw.globalAlpha = 1;
    for (const point of points.values()) if (isSite(point)) stamp(sprites[point.mark][0], point.x, point.y);
    for (const { lead, count } of clusters) {
      const [single, many] = sprites[lead.mark];
      stamp(count > 1 ? many(count) : single, lead.x, lead.y);
    }
    if (options.labels) for (const point of points.values()) {
      if (!isSite(point) && point !== chosen) stamp(sprites[point.mark][0], point.x, point.y);
    }
    if (chosen) {
      if (route(chosen)) {
        [draw.strokeStyle, draw.lineWidth] = [tokens(marks[chosen.mark].colour), 1.6];
        draw.stroke(route(chosen));
      }
      stamp(sprites[chosen.mark][0], chosen.x, chosen.y);
      draw.beginPath();
      draw.arc(chosen.x, chosen.y, 11, 0, 2 * Math.PI);
      [draw.strokeStyle, draw.lineWidth] = [tokens('ink'), 1.5];
      draw.stroke();
    }
    if (options.labels) for (const point of points.values()) {
      if (!point.label) continue;
      const left = point.x > width / 2 ? point.x < width - 120 : point.x < 120;
      write(point.label, point.x + (left ? 12 : -12), point.y, left ? 'left' : 'right');
    }
    if (share < 1) wake();
  }

  function wake() {
    if (!frame && width > 0 && !document.hidden) frame = requestAnimationFrame(paint);
  }

  function settle() {
    later = 0;
    const now = performance.now();
    const took = Math.min(now - moved, LONGEST_TWEEN);
    moved = now;
    for (const point of points.values()) {
      const [x, y] = place(point.lon, point.lat);
      // What jumps, over the edge of the map for example, does not fly across it.
      const jumps = calm.matches || Math.hypot(x - point.x, y - point.y) > 80;
      [point.x0, point.y0] = jumps ? [x, y] : [point.x, point.y];
      [point.x1, point.y1] = [x, y];
    }
    [from, until] = calm.matches ? [0, 0] : [now, now + took];
    gather();
    wake();
  }

  function under(event) {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const near = point => Math.hypot(point.x - x, point.y - y) < NEAR;
    return [...points.values()]
      .filter(point => !isSite(point) && (near(point) || (point.cluster && near(point.cluster.lead))))
      .sort((a, b) => marks[b.mark].worse - marks[a.mark].worse || a.slot - b.slot);
  }

  const click = event => {
    const found = under(event);
    if (!options.pick || found.length === 0) return;
    // Another click in the same place goes through those that are there.
    const next = found[(found.findIndex(point => point.id === selected) + 1) % found.length];
    options.pick.invokeMethodAsync('Pick', next.id);
  };
  const point = event => { canvas.style.cursor = options.pick && under(event).length > 0 ? 'pointer' : ''; };
  const sized = new ResizeObserver(lay);
  canvas.addEventListener('click', click);
  canvas.addEventListener('pointermove', point);
  document.addEventListener('themed', lay);
  document.addEventListener('visibilitychange', wake);
  sized.observe(element);

  return {
    put(rows) {
      for (const [slot, id, mark, lon, lat, fromLon, fromLat, toLon, toLat, label] of rows) {
        const [x, y] = width > 0 ? place(lon, lat) : [0, 0];
        const old = points.get(slot);
        const stays = old?.id === id;
        points.set(slot, {
          slot, id, mark, lon, lat, label, x1: x, y1: y, x0: stays ? old.x : x, y0: stays ? old.y : y,
          x: stays ? old.x : x, y: stays ? old.y : y,
          route: fromLon === null || toLon === null ? null : [[fromLon, fromLat], [toLon, toLat]],
        });
      }
      if (options.fit) lay();
      else if (width > 0) { gather(); wake(); }
    },
    take(slots) {
      for (const slot of slots) points.delete(slot);
      gather();
      wake();
    },
    move(bytes) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let at = 0; at + 6 <= view.byteLength; at += 6) {
        const one = points.get(view.getUint16(at));
        if (!one) continue;
        one.lon = view.getUint16(at + 2) / 65535 * 360 - 180;
        one.lat = view.getUint16(at + 4) / 65535 * 180 - 90;
      }
      if (width === 0) return;
      if (!calm.matches) settle();
      else if (!later) later = setTimeout(settle, Math.max(0, 1000 - (performance.now() - moved)));
    },
    select(id) {
      selected = id;
      gather();
      wake();
    },
    stop() {
      sized.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(later);
      document.removeEventListener('themed', lay);
      document.removeEventListener('visibilitychange', wake);
      canvas.remove();
      points.clear();
    },
  };
}

/** Where something is on its way, from 0 to 1, along the great circle. */
export const between = (from, to, share) => geoInterpolate(from, to)(share);
