import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offers become term sheets. What a flat offer did not say stays unsaid (no tax class, payment in words); `sheetOf` of the
 * contracts is the same in TypeScript. Agreements keep their form: their hash is printed on paper.
 */
export class StructureOffers1764100600000 implements MigrationInterface {
  name = 'StructureOffers1764100600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update offer set terms = jsonb_build_object(
        'lines', jsonb_build_array(jsonb_build_object(
          'key', '1', 'kind', 'item', 'item', terms->>'item', 'drawing', '', 'drawingRevision', '',
          'quantity', trim_scale((terms->>'quantity')::numeric)::text, 'unit', terms->>'unit',
          'unitPrice', terms->>'unitPriceYen', 'currency', 'JPY', 'taxClass', 'unstated')),
        'lots', jsonb_build_array(jsonb_build_object(
          'key', '1', 'name', '', 'deliverOn', terms->>'deliveryOn', 'quantities', '[]'::jsonb)),
        'separable', false, 'incoterm', '', 'place', terms->>'deliveryPlace',
        'inspection', '{"kind": "unstated", "withinDays": null, "standard": ""}'::jsonb,
        'warrantyMonths', null, 'warranty', '',
        'payment', jsonb_build_object(
          'method', 'unstated', 'timing', 'text', 'closingDay', null, 'monthsAfter', null, 'dueDay', null,
          'days', null, 'on', null, 'feeBy', 'unstated', 'note', terms->>'payment'),
        'rounding', '{"line": "half-up", "tax": "half-up"}'::jsonb,
        'validUntil', terms->>'validUntil', 'note', terms->>'note')
      where not terms ? 'lines';

      alter table offer
        add accepted_by uuid references app_user,
        -- Keys of the lots that were accepted; null where it was all of them.
        add accepted_lots jsonb;
      update offer o set accepted_by = u.id
        from agreement a
        join event e on e.name = 'negotiation.agreement-made' and e.subject_id = a.id
        join app_user u on u.id = e.actor_id
        where a.offer_id = o.id and o.state = 'accepted';

      -- The room's lock keeps two acceptances apart; this holds even where somebody forgets it.
      create unique index offer_accepted on offer (room_id) where state = 'accepted';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
