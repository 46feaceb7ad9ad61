/** A city of a province, as the generator knows it. */
export interface City {
  readonly name: string;
  /** Relative number of people. */
  readonly share: number;
  /** Cost of the same treatment against the mean of the province. */
  readonly cost: number;
  /** Share of urban people. */
  readonly urban: number;
}

/**
 * ILLUSTRATIVE, every number: no source splits what the generator reproduces by province or city. Shares are rounded
 * orders of magnitude, cost and urban shares are invented; every table by city says so.
 */
export const provinces: Readonly<Record<string, readonly City[]>> = {
  山东省: [
    { name: '济南市', share: 9.1, cost: 1.12, urban: 0.75 },
    { name: '青岛市', share: 9.9, cost: 1.12, urban: 0.77 },
    { name: '淄博市', share: 4.6, cost: 1.02, urban: 0.74 },
    { name: '枣庄市', share: 3.8, cost: 0.94, urban: 0.6 },
    { name: '东营市', share: 2.2, cost: 1.04, urban: 0.71 },
    { name: '烟台市', share: 7, cost: 1.05, urban: 0.68 },
    { name: '潍坊市', share: 9.2, cost: 1.01, urban: 0.65 },
    { name: '济宁市', share: 8.2, cost: 0.96, urban: 0.61 },
    { name: '泰安市', share: 5.4, cost: 0.98, urban: 0.64 },
    { name: '威海市', share: 2.9, cost: 1.04, urban: 0.72 },
    { name: '日照市', share: 2.9, cost: 0.98, urban: 0.63 },
    { name: '临沂市', share: 10.9, cost: 0.95, urban: 0.57 },
    { name: '德州市', share: 5.5, cost: 0.94, urban: 0.57 },
    { name: '聊城市', share: 5.9, cost: 0.93, urban: 0.55 },
    { name: '滨州市', share: 3.9, cost: 0.97, urban: 0.62 },
    { name: '菏泽市', share: 8.6, cost: 0.91, urban: 0.53 },
  ],
  山西省: [
    { name: '太原市', share: 15.2, cost: 1.13, urban: 0.89 },
    { name: '大同市', share: 8.9, cost: 1.01, urban: 0.73 },
    { name: '阳泉市', share: 3.8, cost: 0.99, urban: 0.72 },
    { name: '长治市', share: 9.1, cost: 0.98, urban: 0.57 },
    { name: '晋城市', share: 6.3, cost: 1, urban: 0.63 },
    { name: '朔州市', share: 4.6, cost: 0.98, urban: 0.62 },
    { name: '晋中市', share: 9.7, cost: 0.99, urban: 0.63 },
    { name: '运城市', share: 13.7, cost: 0.94, urban: 0.5 },
    { name: '忻州市', share: 7.7, cost: 0.94, urban: 0.54 },
    { name: '临汾市', share: 11.2, cost: 0.96, urban: 0.54 },
    { name: '吕梁市', share: 9.8, cost: 0.95, urban: 0.54 },
  ],
  青海省: [
    { name: '西宁市', share: 41.7, cost: 1.1, urban: 0.79 },
    { name: '海东市', share: 22.9, cost: 0.95, urban: 0.41 },
    { name: '海北州', share: 4.5, cost: 0.92, urban: 0.43 },
    { name: '黄南州', share: 4.7, cost: 0.9, urban: 0.41 },
    { name: '海南州', share: 7.5, cost: 0.92, urban: 0.42 },
    { name: '果洛州', share: 3.6, cost: 0.9, urban: 0.33 },
    { name: '玉树州', share: 7.2, cost: 0.9, urban: 0.41 },
    { name: '海西州', share: 7.9, cost: 1.02, urban: 0.77 },
  ],
};
