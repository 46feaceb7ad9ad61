import { isInteger } from '@tiaoli/base';
import type {
  ServiceFields,
  ServiceFiling,
  ServiceLimit,
  ServiceMaterials,
  ServiceVersion,
  UnseenField,
} from '@tiaoli/ir';
import type {
  Annotation,
  Service,
  ServiceField,
  ServiceFiling as ServiceFilingNode,
  ServiceLimit as ServiceLimitNode,
  ServiceMaterials as ServiceMaterialsNode,
  Unseen,
  Validity,
} from '../generated/ast.ts';
import { provenanceOf } from '../lower/provenance-of.ts';
import { lowerValidity } from '../lower/validity.ts';
import { canonicalName } from '../references/predefined.ts';
import { spanOf } from '../span-of.ts';
import { quantityOf } from '../syntax/literals.ts';
import { channelNames } from './channels.ts';
import { monthsOf } from './months.ts';

type FieldOf<Type extends ServiceField['$type']> = Extract<ServiceField, { $type: Type }>;

/** What a 事项 says as plain data; the versions of one name stand in several nodes. */
export function serviceFields(nodes: readonly Service[]): ServiceFields {
  const fields = nodes.flatMap((node) => node.fields);
  const of = <Type extends ServiceField['$type']>(type: Type): readonly FieldOf<Type>[] =>
    fields.filter((field): field is FieldOf<Type> => field.$type === type);
  const { code, unseenCode, within } = headOf(nodes);
  const category = of('ServiceCategory')[0]?.text;
  return {
    ...(code !== undefined && { code }),
    ...(unseenCode && { codeUnseen: unseenCode.reason }),
    ...(within !== undefined && { within }),
    ...(category !== undefined && { category }),
    levels: [...new Set(of('ServiceLevels').flatMap(({ levels }) => levels))],
    channels: of('ServiceChannels').map((field) =>
      version(field, field.unseen ? unseen(field.unseen) : field.channels.map(channelName)),
    ),
    steps: of('ServiceSteps').map((field) => version(field, field.steps)),
    materials: of('ServiceMaterials').map((field) => version(field, materialsOf(field))),
    limits: of('ServiceLimit').map((field) => version(field, limitOf(field))),
    handlers: of('ServiceHandler').map((field) => version(field, field.handler)),
    diseases: of('ServiceDiseases').map((field) => version(field, wholeNumber(field.count))),
    basis: of('ServiceBasis').flatMap(({ texts }) => texts),
    filings: of('ServiceFiling').map((field) => version(field, filingOf(field))),
  };
}

function headOf(nodes: readonly Service[]): Pick<Service, 'code' | 'unseenCode' | 'within'> {
  const coded = nodes.find(({ code, unseenCode }) => code !== undefined || unseenCode);
  return coded ?? nodes[0] ?? {};
}

interface DatedField {
  readonly validity?: Validity;
  readonly annotations: readonly Annotation[];
}

function version<T>(node: DatedField & ServiceField, value: T): ServiceVersion<T> {
  const provenance = provenanceOf(node.annotations);
  return {
    validity: lowerValidity(node.validity),
    value,
    span: spanOf(node),
    ...(provenance && { provenance }),
  };
}

function unseen({ reason }: Unseen): UnseenField {
  return { unseen: reason };
}

/** Names stay as written where they are none of the list; a check says so. */
function channelName(name: string): string {
  return canonicalName(channelNames, name) ?? name;
}

function materialsOf(node: ServiceMaterialsNode): ServiceMaterials | UnseenField {
  if (node.unseen) return unseen(node.unseen);
  const items = node.items.map(({ text }) => text);
  return { count: node.count === undefined ? items.length : wholeNumber(node.count), items };
}

function limitOf(node: ServiceLimitNode): ServiceLimit | UnseenField {
  if (node.unseen) return unseen(node.unseen);
  return { workingDays: node.days === undefined ? 0 : wholeNumber(node.days) };
}

function filingOf({ name, fields }: ServiceFilingNode): ServiceFiling {
  const filing: { -readonly [Key in keyof ServiceFiling]: ServiceFiling[Key] } = {
    name,
    freeOf: fields.flatMap((field) => (field.$type === 'FilingFreedom' ? [field.what] : [])),
  };
  for (const field of fields) {
    if (field.$type === 'FilingStatus') filing.status = field.status.$refText;
    if (field.$type === 'FilingTerm') filing.months = monthsOf(field.term);
    if (field.$type === 'FilingUses') {
      filing.uses = field.count === undefined ? 'unlimited' : wholeNumber(field.count);
    }
  }
  return filing;
}

/** The number before a unit; 0 where it is no whole one, which a check reports. */
export function wholeNumber(text: string): number {
  const value = quantityOf(text)?.value;
  return value && isInteger(value) ? Number(value.numerator) : 0;
}
