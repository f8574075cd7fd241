import type { PartialTerms } from '../default-terms.ts';
import type { Movement } from '../schedule/revolving-schedule.ts';

/**
 * Figures of the schedule vectors (made by independent exact-fraction scripts, not by this product). A row is
 * "number due days principal interest total balance"; the sums are Σ number × fen over all rows, so that one fen on one
 * row shows; dueDays is Σ number × day number.
 */
export interface ScheduleCase {
  readonly id: string;
  readonly terms: PartialTerms;
  readonly movements?: readonly Movement[];
  readonly rows: readonly string[];
  readonly count: number;
  readonly principal: string;
  readonly interest: string;
  readonly balance: string;
  readonly dueDays: number;
  readonly irrAnnualPct: string;
  readonly eirPct: string;
}

const figures = [
  {
    id: 'epi-50k-24-18', terms: { method: 'equal_installment', principalFen: 5000000, rateAnnualE8: 18000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2026-01-15', periods: 24 },
    rows: ['1 2024-02-15 31 1746.21 750.00 2496.21 48253.79', '2 2024-03-15 29 1772.40 723.81 2496.21 46481.39', '13 2025-02-15 31 2087.80 408.41 2496.21 25139.52', '24 2026-01-15 31 2459.20 36.89 2496.09 0.00'],
    count: 24, principal: '66059362', interest: '8826650', balance: '522383241', dueDays: 6070223,
    irrAnnualPct: '18.0000', eirPct: '19.5619',
  },
  {
    id: 'epi-1m-360-4.9', terms: { method: 'equal_installment', principalFen: 100000000, rateAnnualE8: 4900000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2054-01-15', periods: 360 },
    rows: ['1 2024-02-15 31 1223.94 4083.33 5307.27 998776.06', '2 2024-03-15 29 1228.93 4078.34 5307.27 997547.13', '181 2039-02-15 31 2548.68 2758.59 5307.27 673024.22', '360 2054-01-15 31 5283.62 21.57 5305.19 0.00'],
    count: 360, principal: '22300775925', interest: '12185789655', balance: '2961973693493', dueDays: 1757828476,
    irrAnnualPct: '4.9000', eirPct: '5.0116',
  },
  {
    id: 'epi-36pct-illegal-check', terms: { method: 'equal_installment', principalFen: 3000000, rateAnnualE8: 36000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-01-15', periods: 12 },
    rows: ['1 2024-02-15 31 2113.86 900.00 3013.86 27886.14', '2 2024-03-15 29 2177.28 836.58 3013.86 25708.86', '7 2024-08-15 31 2524.06 489.80 3013.86 13802.63', '12 2025-01-15 31 2926.12 87.78 3013.90 0.00'],
    count: 12, principal: '20554524', interest: '2953632', balance: '77899851', dueDays: 1559282,
    irrAnnualPct: '36.0000', eirPct: '42.5761',
  },
  {
    id: 'epi-1period', terms: { method: 'equal_installment', principalFen: 1000000, rateAnnualE8: 12000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2024-02-15', periods: 1 },
    rows: ['1 2024-02-15 31 10000.00 100.00 10100.00 0.00'],
    count: 1, principal: '1000000', interest: '10000', balance: '0', dueDays: 19768,
    irrAnnualPct: '12.0000', eirPct: '12.6825',
  },
  {
    id: 'epi-round-down', terms: { rounding: 'down', method: 'equal_installment', principalFen: 10000000, rateAnnualE8: 10000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-01-15', periods: 12 },
    rows: ['1 2024-02-15 31 7958.25 833.33 8791.58 92041.75', '2 2024-03-15 29 8024.57 767.01 8791.58 84017.18', '7 2024-08-15 31 8364.55 427.03 8791.58 42880.04', '12 2025-01-15 31 8718.97 72.65 8791.62 0.00'],
    count: 12, principal: '65988803', interest: '2585569', balance: '244285332', dueDays: 1559282,
    irrAnnualPct: '9.9999', eirPct: '10.4712',
  },
  {
    id: 'epi-90k-36-14.5', terms: { method: 'equal_installment', principalFen: 9000000, rateAnnualE8: 14500000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2027-01-15', periods: 36 },
    rows: ['1 2024-02-15 31 2010.39 1087.50 3097.89 87989.61', '2 2024-03-15 29 2034.68 1063.21 3097.89 85954.93', '19 2025-08-15 31 2495.59 602.30 3097.89 47349.91', '36 2027-01-15 31 3060.82 36.98 3097.80 0.00'],
    count: 36, principal: '178129218', interest: '28189932', balance: '2154828753', dueDays: 13637942,
    irrAnnualPct: '14.5000', eirPct: '15.5035',
  },
  {
    id: 'epi-zero-rate', terms: { method: 'equal_installment', principalFen: 1000000, rateAnnualE8: 0, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-01-15', periods: 12 },
    rows: ['1 2024-02-15 31 833.33 0.00 833.33 9166.67', '2 2024-03-15 29 833.33 0.00 833.33 8333.34', '7 2024-08-15 31 833.33 0.00 833.33 4166.69', '12 2025-01-15 31 833.37 0.00 833.37 0.00'],
    count: 12, principal: '6500022', interest: '0', balance: '23833502', dueDays: 1559282,
    irrAnnualPct: '0.0000', eirPct: '0.0000',
  },
  {
    id: 'epi-20k-12-15.4', terms: { method: 'equal_installment', principalFen: 2000000, rateAnnualE8: 15400000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-01-15', periods: 12 },
    rows: ['1 2024-02-15 31 1552.27 256.67 1808.94 18447.73', '2 2024-03-15 29 1572.19 236.75 1808.94 16875.54', '7 2024-08-15 31 1675.70 133.24 1808.94 8706.69', '12 2025-01-15 31 1786.07 22.92 1808.99 0.00'],
    count: 12, principal: '13303827', interest: '805965', balance: '49498711', dueDays: 1559282,
    irrAnnualPct: '15.4001', eirPct: '16.5349',
  },
  {
    id: 'epi-act365-exact', terms: { method: 'equal_installment', principalFen: 10000000, rateAnnualE8: 7200000, startsOn: '2024-01-10', firstDueOn: '2024-02-10', maturesOn: '2025-01-10', periods: 12, interestMode: 'actual_365', paymentSolve: 'exact_daycount' },
    rows: ['1 2024-02-10 31 8050.59 611.51 8662.10 91949.41', '2 2024-03-10 29 8136.10 526.00 8662.10 83813.31', '7 2024-08-10 31 8350.92 311.18 8662.10 42537.06', '12 2025-01-10 31 8609.39 52.65 8662.04 0.00'],
    count: 12, principal: '65708996', interest: '1855312', balance: '242600838', dueDays: 1558892,
    irrAnnualPct: '7.4424', eirPct: '7.4424',
  },
  {
    id: 'epi-first-odd-months+days', terms: { firstPeriodRule: 'months_days', method: 'equal_installment', principalFen: 10000000, rateAnnualE8: 7200000, startsOn: '2024-01-10', firstDueOn: '2024-02-20', maturesOn: '2025-01-20', periods: 12, dueRule: { kind: 'fixed_day', day: 20 } },
    rows: ['1 2024-02-20 41 8061.90 800.00 8861.90 91938.10', '2 2024-03-20 29 8110.27 551.63 8661.90 83827.83', '7 2024-08-20 31 8356.52 305.38 8661.90 42540.68', '12 2025-01-20 31 8610.19 51.66 8661.85 0.00'],
    count: 12, principal: '65712781', interest: '1869979', balance: '242619919', dueDays: 1559672,
    irrAnnualPct: '7.4416', eirPct: '7.4416',
  },
  {
    id: 'epi-act360-standard', terms: { method: 'equal_installment', principalFen: 10000000, rateAnnualE8: 7200000, startsOn: '2024-01-10', firstDueOn: '2024-02-10', maturesOn: '2025-01-10', periods: 12, interestMode: 'actual_360' },
    rows: ['1 2024-02-10 31 8041.90 620.00 8661.90 91958.10', '2 2024-03-10 29 8128.54 533.36 8661.90 83829.56', '7 2024-08-10 31 8346.14 315.76 8661.90 42583.47', '12 2025-01-10 31 8667.88 53.74 8721.62 0.00'],
    count: 12, principal: '65751254', interest: '1883230', balance: '242909510', dueDays: 1558892,
    irrAnnualPct: '7.5492', eirPct: '7.5492',
  },
  {
    id: 'epi-100k-3-10', terms: { method: 'equal_installment', principalFen: 10000000, rateAnnualE8: 10000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2024-04-15', periods: 3 },
    rows: ['1 2024-02-15 31 33057.10 833.33 33890.43 66942.90', '2 2024-03-15 29 33332.57 557.86 33890.43 33610.33', '3 2024-04-15 31 33610.33 280.09 33890.42 0.00'],
    count: 3, principal: '20055323', interest: '278932', balance: '13416356', dueDays: 118846,
    irrAnnualPct: '10.0000', eirPct: '10.4713',
  },
  {
    id: 'epi-300k-360-4.9', terms: { method: 'equal_installment', principalFen: 30000000, rateAnnualE8: 4900000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2054-01-15', periods: 360 },
    rows: ['1 2024-02-15 31 367.18 1225.00 1592.18 299632.82', '2 2024-03-15 29 368.68 1223.50 1592.18 299264.14', '181 2039-02-15 31 764.60 827.58 1592.18 201907.45', '360 2054-01-15 31 1585.63 6.47 1592.10 0.00'],
    count: 360, principal: '6690239886', interest: '3655742874', balance: '888593953304', dueDays: 1757828476,
    irrAnnualPct: '4.9000', eirPct: '5.0116',
  },
  {
    id: 'epi-month-end-31', terms: { method: 'equal_installment', principalFen: 12000000, rateAnnualE8: 12000000, startsOn: '2024-01-31', firstDueOn: '2024-02-29', maturesOn: '2025-01-31', periods: 12 },
    rows: ['1 2024-02-29 29 9461.85 1200.00 10661.85 110538.15', '2 2024-03-31 31 9556.47 1105.38 10661.85 100981.68', '7 2024-08-31 31 10043.94 617.91 10661.85 51746.62', '12 2025-01-31 31 10556.35 105.56 10661.91 0.00'],
    count: 12, principal: '79422594', interest: '3739908', balance: '294568652', dueDays: 1560502,
    irrAnnualPct: '12.0000', eirPct: '12.6825',
  },
  {
    id: 'epi-100k-36-9.99', terms: { method: 'equal_installment', principalFen: 10000000, rateAnnualE8: 9990000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2027-01-15', periods: 36 },
    rows: ['1 2024-02-15 31 2393.75 832.50 3226.25 97606.25', '2 2024-03-15 29 2413.68 812.57 3226.25 95192.57', '19 2025-08-15 31 2779.00 447.25 3226.25 50944.85', '36 2027-01-15 31 3199.61 26.64 3226.25 0.00'],
    count: 36, principal: '193933641', interest: '20934609', balance: '2320732848', dueDays: 13637942,
    irrAnnualPct: '9.9900', eirPct: '10.4604',
  },
  {
    id: 'epi-huge', terms: { method: 'equal_installment', principalFen: 999999999999, rateAnnualE8: 4900000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2054-01-15', periods: 360 },
    rows: ['1 2024-02-15 31 12239338.73 40833333.33 53072672.06 9987760661.26', '2 2024-03-15 29 12289316.03 40783356.03 53072672.06 9975471345.23', '181 2039-02-15 31 25486749.70 27585922.36 53072672.06 6730249337.86', '360 2054-01-15 31 52856841.75 215832.10 53072673.85 0.00'],
    count: 360, principal: '223008047592715', interest: '121858175517605', balance: '29619810446144958', dueDays: 1757828476,
    irrAnnualPct: '4.9000', eirPct: '5.0116',
  },
  {
    id: 'epi-600-max', terms: { method: 'equal_installment', principalFen: 200000000, rateAnnualE8: 3000000, startsOn: '2026-08-31', firstDueOn: '2026-09-30', maturesOn: '2056-08-31', periods: 360 },
    rows: ['1 2026-09-30 30 3432.08 5000.00 8432.08 1996567.92', '2 2026-10-31 31 3440.66 4991.42 8432.08 1993127.26', '181 2041-09-30 30 5379.55 3052.53 8432.08 1215631.95', '360 2056-08-31 31 8411.30 21.03 8432.33 0.00'],
    count: 360, principal: '41421965392', interest: '13369699448', balance: '5306458341292', dueDays: 1820142636,
    irrAnnualPct: '3.0000', eirPct: '3.0416',
  },
  {
    id: 'epi-leap-feb29', terms: { method: 'equal_installment', principalFen: 6000000, rateAnnualE8: 9000000, startsOn: '2024-02-29', firstDueOn: '2024-03-29', maturesOn: '2025-04-29', periods: 14 },
    rows: ['1 2024-03-29 29 4080.69 450.00 4530.69 55919.31', '2 2024-04-29 31 4111.30 419.39 4530.69 51808.01', '8 2024-10-29 30 4299.81 230.88 4530.69 26484.55', '14 2025-04-29 31 4496.91 33.73 4530.64 0.00'],
    count: 14, principal: '45728354', interest: '1843821', balance: '200115822', dueDays: 2107938,
    irrAnnualPct: '9.0000', eirPct: '9.3806',
  },
  {
    id: 'epi-200k-120-6.15', terms: { method: 'equal_installment', principalFen: 20000000, rateAnnualE8: 6150000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2034-01-15', periods: 120 },
    rows: ['1 2024-02-15 31 1210.51 1025.00 2235.51 198789.49', '2 2024-03-15 29 1216.71 1018.80 2235.51 197572.78', '61 2029-02-15 31 1645.03 590.48 2235.51 113571.27', '120 2034-01-15 31 2223.34 11.39 2234.73 0.00'],
    count: 120, principal: '1331910526', interest: '291060374', balance: '55460336809', dueDays: 161040381,
    irrAnnualPct: '6.1500', eirPct: '6.3263',
  },
  {
    id: 'epi-odd-cents-principal', terms: { method: 'equal_installment', principalFen: 12345678, rateAnnualE8: 7350000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-07-15', periods: 18 },
    rows: ['1 2024-02-15 31 6508.53 756.17 7264.70 116948.25', '2 2024-03-15 29 6548.39 716.31 7264.70 110399.86', '10 2024-11-15 31 6876.23 388.47 7264.70 56547.96', '18 2025-07-15 30 7220.54 44.23 7264.77 0.00'],
    count: 18, principal: '119312741', interest: '4913755', balance: '682934412', dueDays: 3439185,
    irrAnnualPct: '7.3500', eirPct: '7.6027',
  },
  {
    id: 'epi-anchor-30', terms: { method: 'equal_installment', principalFen: 12000000, rateAnnualE8: 12000000, startsOn: '2023-12-30', firstDueOn: '2024-01-30', maturesOn: '2025-02-28', periods: 14 },
    rows: ['1 2024-01-30 31 8028.14 1200.00 9228.14 111971.86', '2 2024-02-29 30 8108.42 1119.72 9228.14 103863.44', '8 2024-08-30 31 8607.25 620.89 9228.14 53481.48', '14 2025-02-28 29 9136.78 91.37 9228.15 0.00'],
    count: 14, principal: '91939689', interest: '4955795', balance: '403639586', dueDays: 2101658,
    irrAnnualPct: '12.0000', eirPct: '12.6825',
  },
  {
    id: 'epi-100k-36-3.3', terms: { method: 'equal_installment', principalFen: 10000000, rateAnnualE8: 3300000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2027-01-15', periods: 36 },
    rows: ['1 2024-02-15 31 2646.36 275.00 2921.36 97353.64', '2 2024-03-15 29 2653.64 267.72 2921.36 94700.00', '19 2025-08-15 31 2780.46 140.90 2921.36 48455.12', '36 2027-01-15 31 2913.40 8.01 2921.41 0.00'],
    count: 36, principal: '187963254', interest: '6599502', balance: '2211847661', dueDays: 13637942,
    irrAnnualPct: '3.3000', eirPct: '3.3504',
  },
  {
    id: 'epi-feb28-not-sticky', terms: { method: 'equal_installment', principalFen: 6000000, rateAnnualE8: 9000000, startsOn: '2023-02-28', firstDueOn: '2023-03-28', maturesOn: '2023-08-28', periods: 6 },
    rows: ['1 2023-03-28 28 9814.13 450.00 10264.13 50185.87', '2 2023-04-28 31 9887.74 376.39 10264.13 40298.13', '4 2023-06-28 31 10036.61 227.52 10264.13 20299.63', '6 2023-08-28 31 10187.75 76.41 10264.16 0.00'],
    count: 6, principal: '21130762', interest: '423929', balance: '35392812', dueDays: 410465,
    irrAnnualPct: '9.0000', eirPct: '9.3807',
  },
  {
    id: 'epi-halfyear-6', terms: { method: 'equal_installment', principalFen: 60000000, rateAnnualE8: 5600000, startsOn: '2024-02-29', firstDueOn: '2024-08-29', maturesOn: '2027-02-28', periods: 6, periodMonths: 6 },
    rows: ['1 2024-08-29 182 93225.42 16800.00 110025.42 506774.58', '2 2025-02-28 183 95835.73 14189.69 110025.42 410938.85', '4 2026-02-28 183 101277.67 8747.75 110025.42 211142.05', '6 2027-02-28 183 107028.61 2996.80 110025.41 0.00'],
    count: 6, principal: '214830381', interest: '16222995', balance: '364562269', dueDays: 432025,
    irrAnnualPct: '5.6000', eirPct: '5.6784',
  },
  {
    id: 'epi-1m-240-4.9', terms: { method: 'equal_installment', principalFen: 100000000, rateAnnualE8: 4900000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2044-01-15', periods: 240 },
    rows: ['1 2024-02-15 31 2461.11 4083.33 6544.44 997538.89', '2 2024-03-15 29 2471.16 4073.28 6544.44 995067.73', '121 2034-02-15 31 4013.30 2531.14 6544.44 615858.12', '240 2044-01-15 31 6517.90 26.61 6544.51 0.00'],
    count: 240, principal: '13975487487', interest: '4951034673', balance: '1198522971389', dueDays: 711917875,
    irrAnnualPct: '4.9000', eirPct: '5.0116',
  },
  {
    id: 'epi-quarterly-8', terms: { method: 'equal_installment', principalFen: 40000000, rateAnnualE8: 6500000, startsOn: '2024-03-21', firstDueOn: '2024-06-21', maturesOn: '2026-03-21', periods: 8, periodMonths: 3 },
    rows: ['1 2024-06-21 92 47224.99 6500.00 53724.99 352775.01', '2 2024-09-21 92 47992.40 5732.59 53724.99 304782.61', '5 2025-06-21 92 50370.25 3354.74 53724.99 156075.27', '8 2026-03-21 90 52865.92 859.07 53724.99 0.00'],
    count: 8, principal: '183384117', interest: '10025847', balance: '433591012', dueDays: 731552,
    irrAnnualPct: '6.5000', eirPct: '6.6602',
  },
  {
    id: 'ep-month-end-31', terms: { method: 'equal_principal', principalFen: 12000000, rateAnnualE8: 12000000, startsOn: '2024-01-31', firstDueOn: '2024-02-29', maturesOn: '2025-02-28', periods: 13 },
    rows: ['1 2024-02-29 29 9230.77 1200.00 10430.77 110769.23', '2 2024-03-31 31 9230.77 1107.69 10338.46 101538.46', '7 2024-08-31 31 9230.77 646.15 9876.92 55384.61', '13 2025-02-28 28 9230.76 92.31 9323.07 0.00'],
    count: 13, principal: '83999994', interest: '4200005', balance: '335999950', dueDays: 1822413,
    irrAnnualPct: '12.0000', eirPct: '12.6825',
  },
  {
    id: 'ep-huge', terms: { method: 'equal_principal', principalFen: 999999999999, rateAnnualE8: 4350000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2034-01-15', periods: 120 },
    rows: ['1 2024-02-15 31 83333333.33 36250000.00 119583333.33 9916666666.66', '2 2024-03-15 29 83333333.33 35947916.67 119281250.00 9833333333.33', '61 2029-02-15 31 83333333.33 18125000.00 101458333.33 4916666666.86', '120 2034-01-15 31 83333333.72 302083.33 83635417.05 0.00'],
    count: 120, principal: '60500000002260', interest: '8918708333320', balance: '2399833333515800', dueDays: 161040381,
    irrAnnualPct: '4.3500', eirPct: '4.4378',
  },
  {
    id: 'ep-30e360', terms: { method: 'equal_principal', principalFen: 24000000, rateAnnualE8: 6000000, startsOn: '2024-05-31', firstDueOn: '2024-06-30', maturesOn: '2025-05-31', periods: 12, interestMode: '30e_360' },
    rows: ['1 2024-06-30 30 20000.00 1200.00 21200.00 220000.00', '2 2024-07-31 31 20000.00 1100.00 21100.00 200000.00', '7 2024-12-31 31 20000.00 600.00 20600.00 100000.00', '12 2025-05-31 31 20000.00 100.00 20100.00 0.00'],
    count: 12, principal: '156000000', interest: '3635997', balance: '572000000', dueDays: 1569960,
    irrAnnualPct: '6.1527', eirPct: '6.1527',
  },
  {
    id: 'ep-first-odd', terms: { firstPeriodRule: 'actual_days_360', method: 'equal_principal', principalFen: 24000000, rateAnnualE8: 6000000, startsOn: '2024-05-08', firstDueOn: '2024-06-20', maturesOn: '2026-05-20', periods: 24, dueRule: { kind: 'fixed_day', day: 20 } },
    rows: ['1 2024-06-20 43 10000.00 1720.00 11720.00 230000.00', '2 2024-07-20 30 10000.00 1150.00 11150.00 220000.00', '13 2025-06-20 31 10000.00 600.00 10600.00 110000.00', '24 2026-05-20 30 10000.00 50.00 10050.00 0.00'],
    count: 24, principal: '300000000', interest: '13052000', balance: '2300000000', dueDays: 6108200,
    irrAnnualPct: '6.1721', eirPct: '6.1721',
  },
  {
    id: 'ep-act365', terms: { method: 'equal_principal', principalFen: 24000000, rateAnnualE8: 6000000, startsOn: '2024-05-08', firstDueOn: '2024-06-08', maturesOn: '2025-05-08', periods: 12, interestMode: 'actual_365' },
    rows: ['1 2024-06-08 31 20000.00 1223.01 21223.01 220000.00', '2 2024-07-08 30 20000.00 1084.93 21084.93 200000.00', '7 2024-12-08 30 20000.00 591.78 20591.78 100000.00', '12 2025-05-08 30 20000.00 98.63 20098.63 0.00'],
    count: 12, principal: '156000000', interest: '3642078', balance: '572000000', dueDays: 1568215,
    irrAnnualPct: '6.1677', eirPct: '6.1677',
  },
  {
    id: 'ep-400k-240-5.4', terms: { method: 'equal_principal', principalFen: 40000000, rateAnnualE8: 5400000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2044-01-15', periods: 240 },
    rows: ['1 2024-02-15 31 1666.67 1800.00 3466.67 398333.33', '2 2024-03-15 29 1666.67 1792.50 3459.17 396666.66', '121 2034-02-15 31 1666.67 900.00 2566.67 198332.93', '240 2044-01-15 31 1665.87 7.50 1673.37 0.00'],
    count: 240, principal: '4819990440', interest: '1749660000', balance: '383991806920', dueDays: 711917875,
    irrAnnualPct: '5.4000', eirPct: '5.5357',
  },
  {
    id: 'ep-tiny', terms: { method: 'equal_principal', principalFen: 5, rateAnnualE8: 12000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2024-04-15', periods: 3 },
    rows: ['1 2024-02-15 31 0.02 0.00 0.02 0.03', '2 2024-03-15 29 0.02 0.00 0.02 0.01', '3 2024-04-15 31 0.01 0.00 0.01 0.00'],
    count: 3, principal: '9', interest: '0', balance: '5', dueDays: 118846,
    irrAnnualPct: '0.0000', eirPct: '0.0000',
  },
  {
    id: 'ep-zero-rate', terms: { method: 'equal_principal', principalFen: 1000000, rateAnnualE8: 0, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2024-08-15', periods: 7 },
    rows: ['1 2024-02-15 31 1428.57 0.00 1428.57 8571.43', '2 2024-03-15 29 1428.57 0.00 1428.57 7142.86', '4 2024-05-15 30 1428.57 0.00 1428.57 4285.72', '7 2024-08-15 31 1428.58 0.00 1428.58 0.00'],
    count: 7, principal: '4000003', interest: '0', balance: '8000013', dueDays: 556887,
    irrAnnualPct: '0.0000', eirPct: '0.0000',
  },
  {
    id: 'io-annual', terms: { method: 'interest_only', principalFen: 100000000, rateAnnualE8: 4350000, startsOn: '2024-02-29', firstDueOn: '2025-02-28', maturesOn: '2027-02-28', periods: 3, periodMonths: 12 },
    rows: ['1 2025-02-28 365 0.00 43500.00 43500.00 1000000.00', '2 2026-02-28 365 0.00 43500.00 43500.00 1000000.00', '3 2027-02-28 365 1000000.00 43500.00 1043500.00 0.00'],
    count: 3, principal: '300000000', interest: '26100000', balance: '300000000', dueDays: 123802,
    irrAnnualPct: '4.3500', eirPct: '4.3500',
  },
  {
    id: 'io-month-end', terms: { method: 'interest_only', principalFen: 8888888, rateAnnualE8: 10800000, startsOn: '2024-08-31', firstDueOn: '2024-09-30', maturesOn: '2025-02-28', periods: 6 },
    rows: ['1 2024-09-30 30 0.00 800.00 800.00 88888.88', '2 2024-10-31 31 0.00 800.00 800.00 88888.88', '4 2024-12-31 31 0.00 800.00 800.00 88888.88', '6 2025-02-28 28 88888.88 800.00 89688.88 0.00'],
    count: 6, principal: '53333328', interest: '1680000', balance: '133333320', dueDays: 422050,
    irrAnnualPct: '10.8000', eirPct: '11.3510',
  },
  {
    id: 'm20-200k-9.6', terms: { method: 'interest_only', principalFen: 20000000, rateAnnualE8: 9600000, startsOn: '2024-01-25', firstDueOn: '2024-02-21', maturesOn: '2024-07-25', periods: 7, dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 }, interestMode: 'actual_360' },
    rows: ['1 2024-02-21 27 0.00 1440.00 1440.00 200000.00', '2 2024-03-21 29 0.00 1546.67 1546.67 200000.00', '4 2024-05-21 30 0.00 1600.00 1600.00 200000.00', '7 2024-07-25 4 200000.00 213.33 200213.33 0.00'],
    count: 7, principal: '140000000', interest: '3525329', balance: '420000000', dueDays: 556866,
    irrAnnualPct: '10.1813', eirPct: '10.1813',
  },
  {
    id: 'io-biannual', terms: { method: 'interest_only', principalFen: 100000000, rateAnnualE8: 4350000, startsOn: '2024-06-30', firstDueOn: '2024-12-30', maturesOn: '2027-06-30', periods: 6, periodMonths: 6 },
    rows: ['1 2024-12-30 183 0.00 21750.00 21750.00 1000000.00', '2 2025-06-30 182 0.00 21750.00 21750.00 1000000.00', '4 2026-06-30 182 0.00 21750.00 21750.00 1000000.00', '6 2027-06-30 182 1000000.00 21750.00 1021750.00 0.00'],
    count: 6, principal: '600000000', interest: '45675000', balance: '1500000000', dueDays: 434596,
    irrAnnualPct: '4.3500', eirPct: '4.3973',
  },
  {
    id: 'io-500k-12-12', terms: { method: 'interest_only', principalFen: 50000000, rateAnnualE8: 12000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-01-15', periods: 12 },
    rows: ['1 2024-02-15 31 0.00 5000.00 5000.00 500000.00', '2 2024-03-15 29 0.00 5000.00 5000.00 500000.00', '7 2024-08-15 31 0.00 5000.00 5000.00 500000.00', '12 2025-01-15 31 500000.00 5000.00 505000.00 0.00'],
    count: 12, principal: '600000000', interest: '39000000', balance: '3300000000', dueDays: 1559282,
    irrAnnualPct: '12.0000', eirPct: '12.6825',
  },
  {
    id: 'io-act360', terms: { method: 'interest_only', principalFen: 50000000, rateAnnualE8: 12000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-01-15', periods: 12, interestMode: 'actual_360' },
    rows: ['1 2024-02-15 31 0.00 5166.67 5166.67 500000.00', '2 2024-03-15 29 0.00 4833.33 4833.33 500000.00', '7 2024-08-15 31 0.00 5166.67 5166.67 500000.00', '12 2025-01-15 31 500000.00 5166.67 505166.67 0.00'],
    count: 12, principal: '600000000', interest: '39733348', balance: '3300000000', dueDays: 1559282,
    irrAnnualPct: '12.8684', eirPct: '12.8684',
  },
  {
    id: 'io-30e360', terms: { method: 'interest_only', principalFen: 50000000, rateAnnualE8: 12000000, startsOn: '2024-01-31', firstDueOn: '2024-02-29', maturesOn: '2025-01-31', periods: 12, interestMode: '30e_360' },
    rows: ['1 2024-02-29 29 0.00 4833.33 4833.33 500000.00', '2 2024-03-31 31 0.00 5166.67 5166.67 500000.00', '7 2024-08-31 31 0.00 5000.00 5000.00 500000.00', '12 2025-01-31 31 500000.00 5000.00 505000.00 0.00'],
    count: 12, principal: '600000000', interest: '39016667', balance: '3300000000', dueDays: 1560502,
    irrAnnualPct: '12.6494', eirPct: '12.6494',
  },
  {
    id: 'io-act365', terms: { method: 'interest_only', principalFen: 50000000, rateAnnualE8: 12000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-01-15', periods: 12, interestMode: 'actual_365' },
    rows: ['1 2024-02-15 31 0.00 5095.89 5095.89 500000.00', '2 2024-03-15 29 0.00 4767.12 4767.12 500000.00', '7 2024-08-15 31 0.00 5095.89 5095.89 500000.00', '12 2025-01-15 31 500000.00 5095.89 505095.89 0.00'],
    count: 12, principal: '600000000', interest: '39189048', balance: '3300000000', dueDays: 1559282,
    irrAnnualPct: '12.6823', eirPct: '12.6823',
  },
  {
    id: 'q20-400k-4.8', terms: { method: 'quarterly_interest', principalFen: 40000000, rateAnnualE8: 4800000, startsOn: '2024-04-02', firstDueOn: '2024-06-21', maturesOn: '2024-08-02', periods: 2, dueRule: { kind: 'settlement_day', day: 20, everyMonths: 3 }, interestMode: 'actual_360' },
    rows: ['1 2024-06-21 80 0.00 4266.67 4266.67 400000.00', '2 2024-08-02 42 400000.00 2240.00 402240.00 0.00'],
    count: 2, principal: '80000000', interest: '874667', balance: '40000000', dueDays: 59769,
    irrAnnualPct: '4.9644', eirPct: '4.9644',
  },
  {
    id: 'q20-month20-start', terms: { method: 'quarterly_interest', principalFen: 30000000, rateAnnualE8: 6000000, startsOn: '2024-03-20', firstDueOn: '2024-03-21', maturesOn: '2024-09-20', periods: 3, dueRule: { kind: 'settlement_day', day: 20, everyMonths: 3 }, interestMode: 'actual_360' },
    rows: ['1 2024-03-21 1 0.00 50.00 50.00 300000.00', '2 2024-06-21 92 0.00 4600.00 4600.00 300000.00', '3 2024-09-20 91 300000.00 4550.00 304550.00 0.00'],
    count: 3, principal: '90000000', interest: '2290000', balance: '90000000', dueDays: 119551,
    irrAnnualPct: '6.2237', eirPct: '6.2237',
  },
  {
    id: 'bullet-1y', terms: { method: 'bullet', principalFen: 50000000, rateAnnualE8: 4350000, startsOn: '2024-02-29', maturesOn: '2025-02-28', periods: 1, interestMode: 'months_days', firstDueOn: '2025-02-28' },
    rows: ['1 2025-02-28 365 500000.00 21750.00 521750.00 0.00'],
    count: 1, principal: '50000000', interest: '2175000', balance: '0', dueDays: 20147,
    irrAnnualPct: '4.3500', eirPct: '4.3500',
  },
  {
    id: 'bullet-huge', terms: { method: 'bullet', principalFen: 9999999999999, rateAnnualE8: 24000000, startsOn: '2024-01-01', maturesOn: '2025-01-01', periods: 1, interestMode: 'actual_360', firstDueOn: '2025-01-01' },
    rows: ['1 2025-01-01 366 99999999999.99 24400000000.00 124399999999.99 0.00'],
    count: 1, principal: '9999999999999', interest: '2440000000000', balance: '0', dueDays: 20089,
    irrAnnualPct: '24.3258', eirPct: '24.3258',
  },
  {
    id: 'bullet-jan31-feb29', terms: { method: 'bullet', principalFen: 10000000, rateAnnualE8: 12000000, startsOn: '2024-01-31', maturesOn: '2024-02-29', periods: 1, interestMode: 'months_days', firstDueOn: '2024-02-29' },
    rows: ['1 2024-02-29 29 100000.00 1000.00 101000.00 0.00'],
    count: 1, principal: '10000000', interest: '100000', balance: '0', dueDays: 19782,
    irrAnnualPct: '13.3417', eirPct: '13.3417',
  },
  {
    id: 'bullet-same-day', terms: { method: 'bullet', principalFen: 5000000, rateAnnualE8: 12000000, startsOn: '2024-05-06', maturesOn: '2024-05-06', periods: 1, interestMode: 'actual_360', firstDueOn: '2024-05-06' },
    rows: ['1 2024-05-06 0 50000.00 0.00 50000.00 0.00'],
    count: 1, principal: '5000000', interest: '0', balance: '0', dueDays: 19849,
    irrAnnualPct: '0.0000', eirPct: '0.0000',
  },
  {
    id: 'bullet-months+days', terms: { method: 'bullet', principalFen: 20000000, rateAnnualE8: 8400000, startsOn: '2024-01-15', maturesOn: '2024-07-28', periods: 1, interestMode: 'months_days', firstDueOn: '2024-07-28' },
    rows: ['1 2024-07-28 195 200000.00 9006.67 209006.67 0.00'],
    count: 1, principal: '20000000', interest: '900667', balance: '0', dueDays: 19932,
    irrAnnualPct: '8.5945', eirPct: '8.5945',
  },
  {
    id: 'bullet-act365', terms: { method: 'bullet', principalFen: 20000000, rateAnnualE8: 8400000, startsOn: '2024-01-15', maturesOn: '2024-07-28', periods: 1, interestMode: 'actual_365', firstDueOn: '2024-07-28' },
    rows: ['1 2024-07-28 195 200000.00 8975.34 208975.34 0.00'],
    count: 1, principal: '20000000', interest: '897534', balance: '0', dueDays: 19932,
    irrAnnualPct: '8.5640', eirPct: '8.5640',
  },
  {
    id: 'bullet-tiny', terms: { method: 'bullet', principalFen: 1, rateAnnualE8: 24000000, startsOn: '2024-01-01', maturesOn: '2025-01-01', periods: 1, interestMode: 'actual_360', firstDueOn: '2025-01-01' },
    rows: ['1 2025-01-01 366 0.01 0.00 0.01 0.00'],
    count: 1, principal: '1', interest: '0', balance: '0', dueDays: 20089,
    irrAnnualPct: '0.0000', eirPct: '0.0000',
  },
  {
    id: 'flat-kantouxi', terms: { method: 'flat', principalFen: 1000000, rateAnnualE8: 12000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-01-15', periods: 12, upfrontFeeFen: 100000 },
    rows: ['1 2024-02-15 31 833.33 100.00 933.33 9166.67', '2 2024-03-15 29 833.33 100.00 933.33 8333.34', '7 2024-08-15 31 833.33 100.00 933.33 4166.69', '12 2025-01-15 31 833.37 100.00 933.37 0.00'],
    count: 12, principal: '6500022', interest: '780000', balance: '23833502', dueDays: 1559282,
    irrAnnualPct: '42.4326', eirPct: '51.7397',
  },
  {
    id: 'flat-0.38', terms: { method: 'flat', principalFen: 3600000, rateAnnualE8: 4560000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2027-01-15', periods: 36 },
    rows: ['1 2024-02-15 31 1000.00 136.80 1136.80 35000.00', '2 2024-03-15 29 1000.00 136.80 1136.80 34000.00', '19 2025-08-15 31 1000.00 136.80 1136.80 17000.00', '36 2027-01-15 31 1000.00 136.80 1136.80 0.00'],
    count: 36, principal: '66600000', interest: '9110880', balance: '777000000', dueDays: 13637942,
    irrAnnualPct: '8.5221', eirPct: '8.8630',
  },
  {
    id: 'flat-zero', terms: { method: 'flat', principalFen: 1000000, rateAnnualE8: 0, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2024-07-15', periods: 6 },
    rows: ['1 2024-02-15 31 1666.67 0.00 1666.67 8333.33', '2 2024-03-15 29 1666.67 0.00 1666.67 6666.66', '4 2024-05-15 30 1666.67 0.00 1666.67 3333.32', '6 2024-07-15 30 1666.65 0.00 1666.65 0.00'],
    count: 6, principal: '3499995', interest: '0', balance: '5833315', dueDays: 417237,
    irrAnnualPct: '0.0000', eirPct: '0.0000',
  },
  {
    id: 'flat-1period', terms: { method: 'flat', principalFen: 1000000, rateAnnualE8: 12000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2024-02-15', periods: 1 },
    rows: ['1 2024-02-15 31 10000.00 100.00 10100.00 0.00'],
    count: 1, principal: '1000000', interest: '10000', balance: '0', dueDays: 19768,
    irrAnnualPct: '12.0000', eirPct: '12.6825',
  },
  {
    id: 'flat-10k-3-12', terms: { method: 'flat', principalFen: 1000000, rateAnnualE8: 12000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2024-04-15', periods: 3 },
    rows: ['1 2024-02-15 31 3333.33 100.00 3433.33 6666.67', '2 2024-03-15 29 3333.33 100.00 3433.33 3333.34', '3 2024-04-15 31 3333.34 100.00 3433.34 0.00'],
    count: 3, principal: '2000001', interest: '60000', balance: '1333335', dueDays: 118846,
    irrAnnualPct: '17.9115', eirPct: '19.4577',
  },
  {
    id: 'balloon-zero', terms: { method: 'balloon', principalFen: 12000000, rateAnnualE8: 0, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2025-01-15', periods: 12, residualFen: 6000000 },
    rows: ['1 2024-02-15 31 5000.00 0.00 5000.00 115000.00', '2 2024-03-15 29 5000.00 0.00 5000.00 110000.00', '7 2024-08-15 31 5000.00 0.00 5000.00 85000.00', '12 2025-01-15 31 65000.00 0.00 65000.00 0.00'],
    count: 12, principal: '111000000', interest: '0', balance: '539000000', dueDays: 1559282,
    irrAnnualPct: '0.0000', eirPct: '0.0000',
  },
  {
    id: 'balloon-500k-36of120', terms: { method: 'balloon', principalFen: 50000000, rateAnnualE8: 5500000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2027-01-15', periods: 36, amortizationPeriods: 120 },
    rows: ['1 2024-02-15 31 3134.64 2291.67 5426.31 496865.36', '2 2024-03-15 29 3149.01 2277.30 5426.31 493716.35', '19 2025-08-15 31 3403.58 2022.73 5426.31 437920.02', '36 2027-01-15 31 381291.80 1747.59 383039.39 0.00'],
    count: 36, principal: '1591859841', interest: '128939493', balance: '26540401103', dueDays: 13637942,
    irrAnnualPct: '5.5000', eirPct: '5.6408',
  },
  {
    id: 'custom-farmer-spring-autumn', terms: { method: 'custom', principalFen: 8000000, rateAnnualE8: 7800000, startsOn: '2024-03-18', maturesOn: '2024-12-20', periods: 2, interestMode: 'actual_360', customRows: [{ dueOn: '2024-10-31', principalFen: 5000000 }, { dueOn: '2024-12-20', principalFen: 3000000 }], firstDueOn: '2024-10-31' },
    rows: ['1 2024-10-31 227 50000.00 3934.67 53934.67 30000.00', '2 2024-12-20 50 30000.00 325.00 30325.00 0.00'],
    count: 2, principal: '11000000', interest: '458467', balance: '3000000', dueDays: 60181,
    irrAnnualPct: '8.0373', eirPct: '8.0373',
  },
  {
    id: 'custom-halfyear-principal', terms: { method: 'custom', principalFen: 100000000, rateAnnualE8: 6500000, startsOn: '2024-03-05', maturesOn: '2026-03-05', periods: 4, interestMode: 'actual_360', customRows: [{ dueOn: '2024-09-05', principalFen: 10000000 }, { dueOn: '2025-03-05', principalFen: 20000000 }, { dueOn: '2025-09-05', principalFen: 20000000 }, { dueOn: '2026-03-05', principalFen: 50000000 }], firstDueOn: '2024-09-05' },
    rows: ['1 2024-09-05 184 100000.00 33222.22 133222.22 900000.00', '2 2025-03-05 181 200000.00 29412.50 229412.50 700000.00', '3 2025-09-05 184 200000.00 23255.56 223255.56 500000.00', '4 2026-03-05 181 500000.00 16340.28 516340.28 0.00'],
    count: 4, principal: '310000000', interest: '22717502', balance: '380000000', dueDays: 203351,
    irrAnnualPct: '6.6987', eirPct: '6.6987',
  },
  {
    id: 'prog-geo', terms: { method: 'progressive', principalFen: 12000000, rateAnnualE8: 6000000, startsOn: '2024-01-15', firstDueOn: '2024-02-15', maturesOn: '2026-01-15', periods: 24, progressiveStep: { kind: 'ratio', ratioE8: 2000000, everyPeriods: 12 } },
    rows: ['1 2024-02-15 31 4667.38 600.00 5267.38 115332.62', '2 2024-03-15 29 4690.72 576.66 5267.38 110641.90', '13 2025-02-15 31 5060.59 312.13 5372.72 57364.65', '24 2026-01-15 31 5345.96 26.73 5372.69 0.00'],
    count: 24, principal: '153623445', interest: '6736431', balance: '1193662475', dueDays: 6070223,
    irrAnnualPct: '6.0000', eirPct: '6.1678',
  },
  {
    id: 'revolving-on-repay', terms: { method: 'revolving', principalFen: 10000000, rateAnnualE8: 14400000, startsOn: '2024-01-05', maturesOn: '2024-07-05', revolvingSettlement: 'on_repay', interestMode: 'actual_360', periods: 1, firstDueOn: '2024-07-05' }, movements: [{ occurredOn: '2024-01-05', type: 'draw', amountFen: 5000000 }, { occurredOn: '2024-01-25', type: 'repay', amountFen: 2000000 }, { occurredOn: '2024-02-10', type: 'draw', amountFen: 1000000 }, { occurredOn: '2024-03-01', type: 'repay', amountFen: 4000000 }],
    rows: ['1 2024-01-25 20 20000.00 400.00 20400.00 30000.00', '2 2024-03-01 36 40000.00 512.00 40512.00 0.00', '3 2024-07-05 126 0.00 0.00 0.00 0.00'],
    count: 3, principal: '10000000', interest: '142400', balance: '3000000', dueDays: 119040,
    irrAnnualPct: '15.6273', eirPct: '15.6273',
  },
  {
    id: 'revolving-monthly20', terms: { method: 'revolving', principalFen: 30000000, rateAnnualE8: 10800000, startsOn: '2024-01-05', maturesOn: '2024-05-05', dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 }, revolvingSettlement: 'settlement_day', interestMode: 'actual_360', periods: 1, firstDueOn: '2024-05-05' }, movements: [{ occurredOn: '2024-01-05', type: 'draw', amountFen: 30000000 }, { occurredOn: '2024-02-08', type: 'repay', amountFen: 10000000 }, { occurredOn: '2024-03-15', type: 'draw', amountFen: 5000000 }],
    rows: ['1 2024-01-21 16 0.00 1440.00 1440.00 300000.00', '2 2024-02-08 18 100000.00 0.00 100000.00 200000.00', '4 2024-03-21 29 0.00 1830.00 1830.00 250000.00', '6 2024-05-05 14 250000.00 1050.00 251050.00 0.00'],
    count: 6, principal: '170000000', interest: '3388500', balance: '355000000', dueDays: 416057,
    irrAnnualPct: '11.5232', eirPct: '11.5232',
  },] as const;

// Written as plain numbers and texts; the brands say nothing that these figures do not.
export const scheduleCases = figures as unknown as readonly ScheduleCase[];
