// What the map takes from others, as one module without anything it does not use.
import { feature } from 'topojson-client';
import atlas from 'world-atlas/land-110m.json';

export { geoInterpolate, geoNaturalEarth1, geoPath } from 'd3-geo';

export const land = feature(atlas, atlas.objects.land);
