// The shapes on a map, drawn once per colour scheme: disc on time, diamond at risk, triangle late, ring without a date,
// cross exception; a square is a site, a barred house a closed one. Their order is their number.
const shapes = {
  disc: (pen, r) => pen.arc(0, 0, r, 0, 2 * Math.PI),
  diamond: (pen, r) => lines(pen, [[0, -r], [r, 0], [0, r], [-r, 0]]),
  triangle: (pen, r) => lines(pen, [[0, -r], [r * 1.08, r * 0.86], [-r * 1.08, r * 0.86]]),
  square: (pen, r) => pen.rect(-r, -r, 2 * r, 2 * r),
  house: (pen, r) => lines(pen, [[-r * 0.8, -r * 0.12], [0, -r * 0.82], [r * 0.8, -r * 0.12], [r * 0.8, r * 0.8], [-r * 0.8, r * 0.8]]),
  octagon: (pen, r) => {
    const k = r * 0.42;
    lines(pen, [[-k, -r], [k, -r], [r, -k], [r, k], [k, r], [-k, r], [-r, k], [-r, -k]]);
  },
};

function lines(pen, corners) {
  corners.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.closePath();
}

function sprite(size, scale, paint) {
  const image = document.createElement('canvas');
  image.width = image.height = Math.ceil(size * scale);
  const pen = image.getContext('2d');
  pen.setTransform(scale, 0, 0, scale, size / 2 * scale, size / 2 * scale);
  pen.lineJoin = pen.lineCap = 'round';
  paint(pen);
  return { image, size };
}

// What stands for several is as loud as its shape: several on time stay quiet.
function filled(name, radius, manyRadius, textAt, colour, details, quiet) {
  return (tokens, scale) => {
    const paint = (pen, r, fill = colour, edge = 'surface') => {
      pen.beginPath();
      shapes[name](pen, r);
      [pen.fillStyle, pen.strokeStyle, pen.lineWidth] = [tokens(fill), tokens(edge), 1];
      pen.stroke();
      pen.fill();
    };
    const single = sprite(2 * radius + 6, scale, pen => {
      paint(pen, radius);
      details?.(pen, tokens);
    });
    const kept = new Map();
    const many = count => {
      const text = count > 99 ? '99+' : `${count}`;
      if (!kept.has(text)) {
        kept.set(text, sprite(2 * manyRadius + 8, scale, pen => {
          const size = manyRadius + (text.length - 1) * 1.5;
          if (quiet) paint(pen, size, `${colour}-soft`, `${colour}-soft`);
          else paint(pen, size);
          pen.font = `600 ${text.length > 2 ? 9 : 11}px ${tokens('font')}`;
          [pen.textAlign, pen.textBaseline] = ['center', 'middle'];
          pen.fillStyle = tokens(quiet ? `${colour}-text` : 'surface');
          pen.fillText(text, 0, textAt);
        }));
      }
      return kept.get(text);
    };
    return [single, many];
  };
}

const bang = (pen, tokens) => {
  [pen.strokeStyle, pen.lineWidth] = [tokens('surface'), 1.6];
  pen.beginPath();
  pen.moveTo(0, -2);
  pen.lineTo(0, 1);
  pen.moveTo(0, 3.6);
  pen.lineTo(0, 3.7);
  pen.stroke();
};

const bar = (pen, tokens) => {
  [pen.strokeStyle, pen.lineWidth] = [tokens('surface'), 1.7];
  pen.beginPath();
  pen.moveTo(-2.4, 2);
  pen.lineTo(2.4, 2);
  pen.stroke();
};

function ring(tokens, scale) {
  const single = sprite(14, scale, pen => {
    pen.beginPath();
    pen.arc(0, 0, 3.4, 0, 2 * Math.PI);
    [pen.fillStyle, pen.strokeStyle, pen.lineWidth] = [tokens('surface'), tokens('idle'), 1.6];
    pen.fill();
    pen.stroke();
  });
  return [single, filled('disc', 4, 6.5, 0.5, 'idle', null, true)(tokens, scale)[1]];
}

function cross(tokens, scale) {
  const single = sprite(18, scale, pen => {
    for (const [colour, weight] of [['surface', 4.4], ['bad', 2.6]]) {
      [pen.strokeStyle, pen.lineWidth] = [tokens(colour), weight];
      pen.beginPath();
      pen.moveTo(-4.2, -4.2);
      pen.lineTo(4.2, 4.2);
      pen.moveTo(4.2, -4.2);
      pen.lineTo(-4.2, 4.2);
      pen.stroke();
    }
  });
  return [single, filled('octagon', 7, 8, 0.5, 'bad')(tokens, scale)[1]];
}

export const marks = [
  { colour: 'good', worse: 0, sprite: filled('disc', 2.6, 6.5, 0.5, 'good', null, true) },
  { colour: 'warn', worse: 2, sprite: filled('diamond', 6, 9.5, 0.5, 'warn') },
  { colour: 'bad', worse: 3, arc: true, sprite: filled('triangle', 7, 10, 2.4, 'bad', bang) },
  { colour: 'idle', worse: 1, sprite: ring },
  { colour: 'bad', worse: 4, arc: true, sprite: cross },
  { colour: 'ink-3', site: true, sprite: filled('square', 2, 2, 0, 'ink-3') },
  { colour: 'bad', site: true, sprite: filled('house', 7, 7, 0, 'bad', bar) },
];
