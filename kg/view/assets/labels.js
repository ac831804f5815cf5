// Names beside their actors: always of a size that can be read, the most active first, as many as find room.
"use strict";

KG.labels = (() => {
  const S = KG.style, D = KG.data, face = D.raw.options.nodes.font.face;
  const HEIGHT = 1.3; // of a line, in sizes of its letters
  const widths = new Map();
  let room = null; // what was placed, for one scale and one picture

  const widthOf = (context, font, text) => {
    const key = font + text;
    let width = widths.get(key);
    if (width === undefined) { context.font = font; widths.set(key, width = context.measureText(text).width); }
    return width;
  };

  // Boxes by the squares that they touch, so that a name is compared with what is near it only.
  const SQUARE = 80;
  const grid = () => {
    const squares = new Map();
    const each = ([left, top, right, bottom], visit) => {
      for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++) {
        for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) if (visit(x * 100003 + y)) return true;
      }
      return false;
    };
    const meets = (p, q) => p[0] < q[2] && p[2] > q[0] && p[1] < q[3] && p[3] > q[1];
    return {
      add: (box) => { each(box, (key) => { const list = squares.get(key); if (list) list.push(box); else squares.set(key, [box]); }); },
      hit: (box, matters) => each(box, (key) => (squares.get(key) || []).some((other) => meets(box, other) && matters(other))),
    };
  };

  // Places are told in pixels from the middle of the drawing at its scale, so that they stay when it is moved.
  const place = (context, { network, drawn, emphasis, view, wide, inDrawing }, scale, origin) => {
    const named = emphasis ? [...emphasis.actors].filter((a) => inDrawing[a]) : drawn;
    const weight = (a) => (emphasis?.first === a ? Infinity : view.activity[a]);
    const names = grid(), bodies = grid(), small = wide < 600 ? 1 : 0;
    for (const a of named) {
      const node = network.body.nodes[a], x = node.x * scale, y = node.y * scale, r = Math.max(3, node.options.size * scale);
      bodies.add([x - r, y - r, x + r, y + r, view.activity[a], a]);
    }
    const found = [];
    for (const a of [...named].sort((p, q) => weight(q) - weight(p) || p - q)) {
      const node = network.body.nodes[a], x = node.x * scale, y = node.y * scale, r = node.options.size * scale;
      const size = Math.round(12 + 4 * KG.graph.share(a)) - small, text = KG.graph.label(a), tall = size * HEIGHT;
      const font = `${emphasis?.first === a ? 700 : 500} ${size}px ${face}`, half = widthOf(context, font, text) / 2;
      // Below, above, and on either side.
      const spots = [[x, y + r + 3], [x, y - r - tall - 2], [x + r + half + 5, y - tall / 2], [x - r - half - 5, y - tall / 2]];
      const box = ([left, top], gap = 2) => [left - half - gap, top - 2, left + half + gap, top + tall];
      const other = (one) => one[5] !== a;
      const whole = ([left]) => left + origin.x - half > 0 && left + origin.x + half < wide;
      const free = (s) => !names.hit(box(s), other) && !bodies.hit(box(s), other);
      // A name may cover an actor that is less active where nothing else is free, never one that is more.
      const least = (s) => !names.hit(box(s), other) && !bodies.hit(box(s), (one) => other(one) && one[4] >= view.activity[a]);
      const seen = spots.filter(whole), spot = seen.find(free) ?? seen.find(least) ?? spots.find(free) ?? spots.find(least);
      if (spot === undefined) continue;
      names.add([...box(spot, 4), 0, a]); // two names in a row would read as one
      found.push([spot[0], spot[1], half, tall, font, text, size]);
    }
    return { found, names, bodies };
  };

  const paint = (context, picture) => {
    const { network, wide, high, placed, emphasis } = picture, now = S.now(), scale = network.getScale();
    const ratio = network.canvas.pixelRatio, origin = network.canvasToDOM({ x: 0, y: 0 });
    if (room === null || room.scale !== scale || room.placed !== placed || room.wide !== wide) room = { scale, placed, wide, ...place(context, picture, scale, origin) };
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = now.background;
    context.fillStyle = now.text;
    let font = null;
    for (const [left, top, half, tall, own, text] of room.found) {
      const x = left + origin.x, y = top + origin.y;
      if (x + half < 0 || x - half > wide || y + tall < 0 || y > high) continue;
      if (own !== font) context.font = font = own;
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
    if (emphasis) paintRelations(context, picture, scale, origin);
    context.restore();
  };

  // What the lines of the selected say, where there is room beside names and actors.
  const paintRelations = (context, { network, emphasis }, scale, origin) => {
    const font = `500 11px ${face}`, taken = grid(), any = () => true;
    context.font = font;
    context.globalAlpha = 0.9;
    for (const [b, text] of emphasis.says) {
      const edge = network.body.edges[b];
      if (!edge?.connected || !text) continue;
      const half = widthOf(context, font, text) / 2 + 2;
      for (const part of [0.5, 0.38, 0.62, 0.28, 0.72]) {
        const at = edge.edgeType.getPoint(part), x = at.x * scale, y = at.y * scale, box = [x - half, y - 8, x + half, y + 8];
        if (taken.hit(box, any) || room.names.hit(box, any) || room.bodies.hit(box, any)) continue;
        taken.add(box);
        context.strokeText(text, x + origin.x, y + origin.y - 7);
        context.fillText(text, x + origin.x, y + origin.y - 7);
        break;
      }
    }
  };

  // Where the names stand, as left, top, right and bottom.
  const boxes = () => room.found.map(([x, y, half, tall]) => [x - half, y, x + half, y + tall]);
  // The same in the units of the drawing: middle of the line of letters, their size, the name.
  const places = () => room.found.map(([x, y, , , , text, size]) => [x / room.scale, (y + size) / room.scale, size / room.scale, text]);

  return { paint, boxes, places };
})();
