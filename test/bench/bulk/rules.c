// The rules of `../policy.tiaoli` as a programmer would write them in C, over columns: what the WebAssembly module is
// measured against. Money in whole fen, rates in parts of 20 or 10, days since 1970-01-01; see `../settling/hand-written.ts`.
//
//   rules FILE   reads the claims of people, then obeys lines: `run N` folds all of them N times and prints the
//                milliseconds of processor time, `dump` writes the results to standard output, as 64-bit integers.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COLUMNS = 6, GROUPS = 256 };
enum { TOTAL, COMPLIANT, BASIC, ILLNESS, ASSISTANCE, BURDEN };

typedef struct {
  int32_t people, rows;
  int32_t *first;
  int32_t *day, *a, *b, *c, *over_limit, *b_over_limit;
  uint8_t *care, *charge_class, *place, *filing, *categories;
  int32_t *group;
} Claims;

typedef struct {
  int64_t year, admissions, basic_paid, illness_cost, illness_deductible, illness_due, illness_paid;
  int64_t assistance_deductible, assistance_paid;
} State;

static int64_t *results[COLUMNS];
static int16_t *status[COLUMNS];
static int64_t sums[GROUPS][COLUMNS], counts[GROUPS][COLUMNS];

static inline int64_t least(int64_t x, int64_t y) { return x < y ? x : y; }
static inline int64_t part(int64_t x) { return x > 0 ? x : 0; }
static inline int64_t twentieths(int64_t x) { return (int64_t)((uint64_t)(x + 10) / 20u); }

static inline int64_t year_of(int64_t day) {
  uint64_t days = (uint64_t)(day + 719468), era = days / 146097u, of_era = days - era * 146097u;
  uint64_t years = (of_era - of_era / 1460u + of_era / 36524u - of_era / 146096u) / 365u;
  uint64_t of_year = of_era - (years * 365u + years / 4u - years / 100u);
  return (int64_t)(years + era * 400u + (of_year >= 306u));
}

// Twentieths of a fen due on all cost up to `cost`: which band, then one product.
static inline int64_t brackets(int64_t cost, int64_t key) {
  static const int64_t from[4] = {0, 10000000, 20000000, 30000000};
  static const int64_t start[2][4] = {{0, 120000000, 250000000, 390000000},
                                      {0, 130000000, 270000000, 420000000}};
  int band = (cost > from[1]) + (cost > from[2]) + (cost > from[3]);
  return start[key][band] + (cost - from[band]) * (12 + band + key);
}

static inline void settle(const Claims *claims, int32_t row, State *s) {
  static const int64_t deductibles[4] = {10000, 40000, 50000, 100000};
  static const int64_t rates[4] = {17, 15, 14, 12};
  int64_t year = year_of(claims->day[row]);
  if (s->year != year) {
    memset(s, 0, sizeof *s);
    s->year = year;
  }
  int64_t total = (int64_t)claims->a[row] + claims->b[row] + claims->c[row];
  int64_t first_self_pay = twentieths((int64_t)claims->b[row] - claims->b_over_limit[row]);
  int64_t compliant = total - claims->c[row] - claims->over_limit[row] - first_self_pay;

  int inpatient = claims->care[row] == 0;
  int64_t basic = 0, illness_base = 0;
  if (inpatient) {
    int filing = claims->filing[row], far = claims->place[row] == 2;
    int64_t due = deductibles[claims->charge_class[row]], rate = rates[claims->charge_class[row]];
    int falls = 1;
    if (filing == 2) {
      rate = 10;
    } else if (far && filing < 2) {
      due = 150000;
      rate = 11;
    } else if (far && filing == 3) {
      due = 100000;
      rate = 7;
      falls = 0;
    }
    if (falls && s->admissions == 1) due = (due + 1) / 2;
    if (falls && s->admissions > 1) due = 0;
    int64_t deductible = least(compliant, due);
    int64_t rounded = twentieths((compliant - deductible) * rate);
    basic = least(rounded, part(7000000 - s->basic_paid));
    illness_base = compliant - basic;
    s->admissions += 1;
    s->basic_paid += basic;
  }

  int key = (claims->categories[row] & 0x0e) != 0;
  int64_t deductible =
      least(illness_base, part((key ? 700000 : 1400000) - s->illness_deductible));
  int64_t end = s->illness_cost + illness_base;
  int64_t due = s->illness_due + brackets(end, key) - brackets(s->illness_cost + deductible, key);
  int64_t rounded = twentieths(due) - twentieths(s->illness_due);
  int64_t illness = key ? rounded : least(rounded, part(40000000 - s->illness_paid));
  s->illness_cost = end;
  s->illness_deductible += deductible;
  s->illness_due = due;
  s->illness_paid += illness;

  int applies = key || (claims->categories[row] & 0x30) != 0;
  int64_t assistance = 0;
  if (applies) {
    int64_t base = compliant - basic - illness;
    int64_t taken = key ? 0 : least(base, part(300000 - s->assistance_deductible));
    int64_t whole = (int64_t)((uint64_t)((base - taken) * (key ? 7 : 5) + 5) / 10u);
    assistance = least(whole, part((key ? 3000000 : 2000000) - s->assistance_paid));
    s->assistance_deductible += taken;
    s->assistance_paid += assistance;
  }

  results[TOTAL][row] = total;
  results[COMPLIANT][row] = compliant;
  results[BASIC][row] = basic;
  results[ILLNESS][row] = illness;
  results[ASSISTANCE][row] = assistance;
  results[BURDEN][row] = total - basic - illness - assistance;
  status[BASIC][row] = !inpatient;
  status[ASSISTANCE][row] = !applies;
}

// A layer that does not apply pays nothing, so its 0 may be added; how often it applied is counted.
static void tally(const Claims *claims, int32_t row) {
  int32_t group = claims->group[row];
  for (int column = 0; column < COLUMNS; column++) sums[group][column] += results[column][row];
  counts[group][TOTAL] += 1;
  counts[group][BASIC] += status[BASIC][row] == 0;
  counts[group][ASSISTANCE] += status[ASSISTANCE][row] == 0;
}

static void fold(const Claims *claims) {
  for (int32_t person = 0; person < claims->people; person++) {
    State state = {.year = INT64_MIN};
    for (int32_t row = claims->first[person]; row < claims->first[person + 1]; row++)
      settle(claims, row, &state);
    for (int32_t row = claims->first[person]; row < claims->first[person + 1]; row++)
      tally(claims, row);
  }
}

static void *column(FILE *file, size_t bytes) {
  void *cells = malloc(bytes);
  if (cells == NULL || fread(cells, 1, bytes, file) != bytes) exit(1);
  return cells;
}

static Claims read_claims(const char *path) {
  Claims claims;
  FILE *file = fopen(path, "rb");
  if (file == NULL || fread(&claims, sizeof(int32_t), 2, file) != 2) exit(1);
  size_t rows = (size_t)claims.rows;
  claims.first = column(file, ((size_t)claims.people + 1) * 4);
  int32_t **wide[] = {&claims.day, &claims.a, &claims.b, &claims.c, &claims.over_limit, &claims.b_over_limit, &claims.group};
  for (size_t each = 0; each < sizeof wide / sizeof *wide; each++) *wide[each] = column(file, rows * 4);
  uint8_t **narrow[] = {&claims.care, &claims.charge_class, &claims.place, &claims.filing, &claims.categories};
  for (size_t each = 0; each < sizeof narrow / sizeof *narrow; each++) *narrow[each] = column(file, rows);
  fclose(file);
  return claims;
}

static double millis(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  Claims claims = read_claims(arguments[1]);
  for (int each = 0; each < COLUMNS; each++) {
    results[each] = calloc((size_t)claims.rows, sizeof(int64_t));
    status[each] = calloc((size_t)claims.rows, sizeof(int16_t));
  }
  char line[64];
  while (fgets(line, sizeof line, stdin) != NULL) {
    if (strncmp(line, "run ", 4) == 0) {
      int passes = atoi(line + 4);
      double start = millis();
      for (int pass = 0; pass < passes; pass++) fold(&claims);
      printf("%.6f\n", millis() - start);
    } else {
      for (int32_t row = 0; row < claims.rows; row++)
        for (int each = 0; each < COLUMNS; each++)
          printf("%lld%c", (long long)results[each][row], each + 1 < COLUMNS ? ' ' : '\n');
      long long all = 0;
      for (int group = 0; group < GROUPS; group++)
        for (int each = 0; each < COLUMNS; each++) all += sums[group][each];
      printf("sum %lld\n", all);
    }
    fflush(stdout);
  }
  return 0;
}
