import type { Supplier } from '../match.types.js';
import type { FirmCodec } from './firm-codec.js';

type Plain = Required<Pick<Supplier, 'id' | 'approved' | 'prefecture' | 'lat' | 'lon'>>;

/** A supplier as its record has it, without its words. Good until the next change: parts are decoded when asked for. */
export class RuledSupplier implements Supplier {
  readonly name = '';
  readonly updatedAt = '';
  readonly equipment: Supplier['equipment'] = [];
  readonly texts: Supplier['texts'] = [];
  readonly id: string;
  readonly approved: boolean;
  readonly prefecture: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  private decoded: Partial<Pick<Supplier, 'processes' | 'certificates' | 'capacity'>> = {};

  constructor(
    private readonly codec: FirmCodec,
    private readonly cells: Uint32Array,
    private readonly at: number,
    { id, approved, prefecture, lat, lon }: Plain,
  ) {
    this.id = id;
    this.approved = approved;
    this.prefecture = prefecture;
    this.lat = lat;
    this.lon = lon;
  }

  get processes(): Supplier['processes'] {
    return (this.decoded.processes ??= this.codec.processes(this.cells, this.at));
  }

  get materials(): Supplier['materials'] {
    return this.codec.materials(this.cells, this.at);
  }

  get certificates(): Supplier['certificates'] {
    return (this.decoded.certificates ??= this.codec.certificates(this.cells, this.at));
  }

  get themes(): Supplier['themes'] {
    return this.codec.themes(this.cells, this.at);
  }

  get capacity(): Supplier['capacity'] {
    return (this.decoded.capacity ??= this.codec.capacity(this.cells, this.at));
  }
}
