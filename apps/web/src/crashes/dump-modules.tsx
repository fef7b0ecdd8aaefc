import type { DumpFacts } from '../api/types.js';
import { strings } from '../strings.js';
import { DataTable, type Column } from '../ui/data-table.js';

const said = strings.dump;
type Module = NonNullable<DumpFacts['stackModules']>[number];
type Row = Module & { readonly place: number; readonly victim: boolean };

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    header: said.moduleColumn.name,
    rowHeader: true,
    cell: ({ name, unloaded }) => (
      <>
        <code>{name}</code> {unloaded && <span className="quiet">{said.unloaded}</span>}
      </>
    ),
  },
  { key: 'origin', header: said.moduleColumn.origin, cell: ({ origin }) => said.origins[origin] },
  {
    key: 'standing',
    header: said.moduleColumn.standing,
    cell: ({ standing, victim }) => (
      <span className="wrap">
        {said.standings[standing]}
        {victim && <strong> {said.victim}</strong>}
      </span>
    ),
  },
];

interface DumpModulesProps {
  readonly dump: DumpFacts;
  readonly modules: readonly Module[];
  readonly inPage: boolean;
}

/** Drivers whose addresses lie on the stack, likeliest first. Where a page could not be read, whoever needed it suffered. */
export function DumpModules({ dump, modules, inPage }: DumpModulesProps) {
  const suffered = new Set([dump.addressModule, dump.instructionModule]);
  const rows = modules.map((module, place) => ({
    ...module,
    place,
    victim: inPage && (module.standing === 'named' || suffered.has(module.name)),
  }));
  return (
    <>
      <h3 className="card-part">{said.modules}</h3>
      {inPage && <p className="card-part card-note">{said.victimHint}</p>}
      <DataTable caption={said.modulesCaption} columns={COLUMNS} rows={rows} rowKey={({ place }) => String(place)} />
    </>
  );
}
