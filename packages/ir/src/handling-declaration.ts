import type { JurisdictionLevel } from './declaration.ts';
import type { DeclarationBase } from './declaration-base.ts';
import type { MetricClaim, ServiceFields, ServiceTerm } from './service.ts';

/** 事项: a service of the handling agencies, a record with dated fields. */
export interface ServiceDeclaration extends DeclarationBase, ServiceFields {
  readonly kind: 'service';
  /** Input id: the day on which an application is accepted. */
  readonly accepted: string;
  /** Definition ids: 办结期限, and where it produces a filing 备案自 and 备案至. */
  readonly results: Readonly<Record<string, string>>;
}

/** 事项授权: how far a lower level may depart from the services of this document. */
export interface ServiceDelegationDeclaration extends DeclarationBase {
  readonly kind: 'service-delegation';
  readonly levels: readonly JurisdictionLevel[];
  readonly terms: readonly ServiceTerm[];
}

/** 指标: claims about the services of the document. */
export interface MetricDeclaration extends DeclarationBase {
  readonly kind: 'metric';
  readonly claims: readonly MetricClaim[];
}
