import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { ShippedPackage } from './shipped-packages.ts';

/** What is in the archive, in the form of CycloneDX 1.6 as JSON; the same packages give the same text. */
export function billOfMaterials(version: string, packages: readonly ShippedPackage[]): string {
  const bom = new Models.Bom();
  bom.metadata.component = new Models.Component(Enums.ComponentType.Application, 'tiaoli', {
    version,
  });
  // One that lies in two places is one component.
  const different = new Map(packages.map((each) => [`${each.name}@${each.version}`, each]));
  for (const { name, version: own, licence } of different.values()) {
    const component = new Models.Component(Enums.ComponentType.Library, name, {
      version: own,
      bomRef: `${name}@${own}`,
      purl: purlOf(name, own),
    });
    component.licenses.add(new Models.LicenseExpression(licence));
    bom.components.add(component);
  }
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  );
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
