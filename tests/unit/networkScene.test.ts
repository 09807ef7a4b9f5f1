import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mistakes } from '../../src/network/mistakes.ts';
import { layersOf } from '../../src/network/shape.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { dataIds } from '../../src/state/network/schema.ts';
import { samplesOf } from '../../src/state/network/samples.ts';
import { networkIn, presetSettings } from '../../src/state/network/settings.ts';
import { commonOf, rateOf, specOf } from '../../src/state/network/spec.ts';
import { initialScene, readScene, type Scene } from '../../src/state/scene.ts';
import {
  withData,
  withDecay,
  withLayers,
  withNetwork,
  withParam,
  withRate,
  withSabotage,
  withUnits,
} from '../../src/ui/network/panel/recipes.ts';

const read = (network: unknown) => {
  const { scene, problems } = readScene({ network });
  return { network: scene.network, said: problems.map((found) => found.sentence('en')) };
};

describe('the network part of a scene', () => {
  const whole = {
    data: 'digits',
    seed: 7,
    hidden: [20, 10],
    convolution: { filters: 4, size: 5, stride: 1 },
    activation: 'relu',
    initial: 'he',
    l2: 0.001,
    batch: 64,
    standardise: true,
    validation: 0.25,
    test: 0.1,
    epochs: 12,
    decay: { kind: 'plateau', factor: 0.5, patience: 3 },
    rates: { adam: 0.003 },
    sabotages: ['sign', 'labels'],
    epoch: 5,
    chosen: 'sgd',
    ensemble: 'checkpoints',
    members: 8,
    slice: 'random',
  };

  it('is kept whole, in links too, and its settings are what it says', () => {
    const { network, said } = read(whole);
    expect(said).toEqual([]);
    expect(network).toEqual(whole);
    const { scene } = readScene(decodeLink(encodeLink({ ...initialScene(), network } as Scene)));
    expect(scene.network).toEqual(whole);
    const { epoch: _, chosen: _of, ensemble: _source, members: _count, slice: _kind, ...settings } = whole;
    expect(networkIn(scene)).toEqual({ ...presetSettings('digits'), ...settings });
    // What is looked at trains nothing anew.
    expect(networkIn({ network: { ...scene.network, chosen: 'adam', members: 3, slice: 'main' } })).toBe(
      networkIn(scene),
    );
  });

  it('is absent by default, and then as spirals open', () => {
    expect('network' in initialScene()).toBe(false);
    expect(networkIn({})).toEqual(presetSettings('spirals'));
  });

  it.each([
    [{ data: 'iris' }, 'network.data: expected one of spirals, moons'],
    [{ hidden: [0] }, 'network.hidden: expected a list of at most 4 whole numbers from 1 to 64'],
    [{ hidden: [8, 8, 8, 8, 8] }, 'network.hidden'],
    [{ activation: 'cube' }, 'network.activation: expected one of tanh, relu, leaky, sigmoid'],
    [{ l2: -1 }, 'network.l2: expected a finite number of at least 0'],
    [{ batch: 0 }, 'network.batch'],
    [{ validation: 0.9 }, 'network.validation: expected a number from 0.01 to 0.45'],
    [{ ensemble: 'all' }, 'network.ensemble: expected one of seeds, checkpoints, networks, search'],
    [{ members: 1 }, 'network.members: expected a whole number from 2 to 12'],
    [{ slice: 'thin' }, 'network.slice: expected one of main, random'],
    [{ chosen: '<b>' }, 'network.chosen'],
    [{ epochs: 1e9 }, 'network.epochs: expected a whole number from 1 to 2000'],
    [{ params: { arms: 1e9 } }, 'network.params.arms: expected a whole number from 2 to 6'],
    [{ params: { clusters: 3 } }, 'network.params.clusters: this field is not known here'],
    [{ decay: { kind: 'steep' } }, 'network.decay.kind'],
    [{ decay: { kind: 'step', factor: 'x' } }, 'network.decay.factor'],
    [{ rates: { adam: -1 } }, 'network.rates.adam'],
    [{ sabotages: ['all'] }, 'network.sabotages: expected a list of sign, biases'],
    [{ convolution: { size: 4 } }, 'network.convolution.size: expected 3 or 5'],
    [{ table: 'x'.repeat(40_001) }, 'network.table: expected a table of at most 40000 characters'],
    [{ colour: 'red' }, 'network.colour: this field is not known here'],
    ['spirals', 'network: expected an object'],
  ])('says what is wrong with %j, and keeps the rest', (network, sentence) => {
    const { said, network: kept } = read(typeof network === 'string' ? network : { ...network, seed: 3 });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(sentence);
    if (typeof network !== 'string') expect(kept?.seed).toBe(3);
  });

  it('lays parts over what was there; null removes one, or all', () => {
    const { scene } = readScene({ network: whole });
    expect(readScene({ network: { seed: 9 } }, scene).scene.network).toEqual({ ...whole, seed: 9 });
    const { decay: _, ...rest } = whole;
    expect(readScene({ network: { decay: null } }, scene).scene.network).toEqual(rest);
    expect(readScene({ network: null }, scene).scene.network).toBeUndefined();
  });

  it('anything at all becomes settings that can be trained, or samples that are missing', () => {
    const size = fc.oneof(fc.integer({ min: -1, max: 100 }), fc.anything());
    const network = fc.record(
      {
        data: fc.oneof(fc.constantFrom(...dataIds.filter((id) => id !== 'digits')), fc.anything()),
        table: fc.oneof(fc.string(), fc.constant('1,2\n'.repeat(40)), fc.anything()),
        params: fc.oneof(fc.record({ rows: size, noise: fc.double(), arms: size, clusters: size }), fc.anything()),
        hidden: fc.oneof(fc.array(size, { maxLength: 6 }), fc.anything()),
        validation: fc.oneof(fc.double(), fc.anything()),
        test: fc.oneof(fc.double(), fc.anything()),
        decay: fc.oneof(fc.record({ kind: fc.constantFrom('step', 'plateau', 'x'), every: size }), fc.anything()),
        rates: fc.oneof(fc.record({ sgd: fc.double(), __proto__: fc.anything() }), fc.anything()),
        sabotages: fc.oneof(fc.array(fc.constantFrom(...Object.keys(mistakes), 'toString')), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(network, (input) => {
        const { scene } = readScene({ network: input });
        const { scene: again, problems } = readScene(JSON.parse(JSON.stringify(scene)));
        expect(problems).toEqual([]);
        expect(again).toEqual(scene);
        const settings = networkIn(scene);
        const { data } = samplesOf(settings);
        if (data === undefined) return;
        const { shape, lr } = specOf(commonOf(settings, data), scene.optimizers[0] as Scene['optimizers'][0]);
        expect(layersOf(shape).length).toBe(settings.hidden.length + 1);
        expect(lr).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('recipes', () => {
  const scene = initialScene();
  const apply = (...recipes: ((scene: Scene) => Scene)[]): Scene => recipes.reduce((now, recipe) => recipe(now), scene);

  it('another data set opens with what suits it; seed, rates, mistakes and table stay', () => {
    const before = apply(
      withNetwork({ seed: 4, table: 'a', epoch: 90 }),
      withRate('adam', 0.2),
      withSabotage('rate', true),
      withLayers(1),
      withParam('arms', 5),
    );
    expect(networkIn(before)).toMatchObject({ hidden: [16, 16, 16], params: { arms: 5, rows: 450 } });
    const { network } = withData('digits')(before);
    expect(network).toEqual({
      data: 'digits',
      seed: 4,
      table: 'a',
      epoch: 30,
      rates: { adam: 0.2 },
      sabotages: ['rate'],
    });
    expect(networkIn({ network } as Scene)).toMatchObject({ hidden: [32], standardise: false, epochs: 30 });
  });

  it('layers come and go, and keep their units', () => {
    const two = apply(withUnits(1, 5));
    expect(networkIn(two).hidden).toEqual([16, 5]);
    expect(networkIn(withLayers(1)(two)).hidden).toEqual([16, 5, 5]);
    expect(networkIn(withLayers(-1)(withLayers(-1)(two))).hidden).toEqual([]);
  });

  it('a decay begins with settings that do something within the epochs', () => {
    expect(networkIn(apply(withDecay('step'))).decay).toEqual({ kind: 'step', factor: 0.5, every: 30 });
    expect(networkIn(apply(withDecay('cosine'))).decay).toMatchObject({ over: 120 });
    expect(networkIn(apply(withDecay('plateau'))).decay).toEqual({ kind: 'plateau', factor: 0.5, patience: 5 });
    expect(apply(withDecay('step'), withDecay('constant')).network).toEqual({});
  });

  it('a rate that nobody chose is what the rule opens networks with', () => {
    const [sgd] = scene.optimizers;
    if (sgd === undefined) throw new Error('expected an optimizer');
    expect(rateOf(networkIn(scene), sgd)).toBeGreaterThan(0);
    expect(rateOf(networkIn(apply(withRate('sgd', 0.7))), sgd)).toBe(0.7);
  });
});
