#include "core/scenario/rule_fields.hpp"

#include "core/scenario/field_makers.hpp"

#include <optional>

namespace firn::scenario {

namespace {

using namespace usage;

Rules* rules_of(Scenario& s) { return s.rules ? &*s.rules : nullptr; }

void add_units(std::vector<Field>& table) {
    table.push_back(choice_field<GbUnit>(
        {.path = "rules.gb_unit",
         .fallback = "binary",
         .choices = {"binary", "decimal"},
         .help =
             "What a billed GB is: binary, the price book's own (2^30 bytes, as bills show it), or decimal "
             "(10^9 bytes)."},
        [](Scenario& s) { return rules_of(s) ? &rules_of(s)->gb_unit : nullptr; },
        {GbUnit::binary, GbUnit::decimal}));
    table.push_back(choice_field<BandUnit>(
        {.path = "rules.band_unit",
         .fallback = "binary",
         .choices = {"binary", "decimal"},
         .help = "Where bands of prices end: binary, as the price book states them (10 TB are 10,240 GB), or "
                 "decimal (10,000 GB)."},
        [](Scenario& s) { return rules_of(s) ? &rules_of(s)->band_unit : nullptr; },
        {BandUnit::binary, BandUnit::decimal}));
    table.push_back(choice_field<OverheadUnit>(
        {.path = "rules.overhead_unit",
         .fallback = "binary",
         .choices = {"binary", "decimal"},
         .help =
             "What the overhead of 32 KB an archive is: binary, 32 x 1024 bytes, or decimal, 0.000032 GB."},
        [](Scenario& s) { return rules_of(s) ? &rules_of(s)->overhead_unit : nullptr; },
        {OverheadUnit::binary, OverheadUnit::decimal}));
}

void add_times(std::vector<Field>& table) {
    table.push_back(choice_field<MonthHours>(
        {.path = "rules.month_hours",
         .fallback = "real",
         .choices = {"real", "720", "730"},
         .help = "How many hours a month of storage has: those of the calendar month (as bills show it), 720 "
                 "(30 days) or 730 (a twelfth of a year)."},
        [](Scenario& s) { return rules_of(s) ? &rules_of(s)->month_hours : nullptr; },
        {MonthHours::real, MonthHours::h720, MonthHours::h730}));
    table.push_back(choice_field<EarlyDeletionSteps>(
        {.path = "rules.early_deletion_steps",
         .fallback = "exact",
         .choices = {"exact", "months"},
         .help = "How the time owed for early deletion counts: exact, to the microsecond, or months, whole "
                 "months of 30 days."},
        [](Scenario& s) { return rules_of(s) ? &rules_of(s)->early_deletion_steps : nullptr; },
        {EarlyDeletionSteps::exact, EarlyDeletionSteps::months}));
    table.push_back(choice_field<EarlyDeletionMonth>(
        {.path = "rules.early_deletion_month",
         .fallback = "30-days",
         .choices = {"30-days", "real"},
         .help = "The month by which that time is divided: 30 days, or the hours of the calendar month."},
        [](Scenario& s) { return rules_of(s) ? &rules_of(s)->early_deletion_month : nullptr; },
        {EarlyDeletionMonth::thirty_days, EarlyDeletionMonth::real}));
}

}  // namespace

void add_rules(std::vector<Field>& table) {
    table.push_back(choice_field<std::optional<RetrievalRule>>(
        {.path = "rules.retrieval",
         .fallback = "listed",
         .choices = {"listed", "first-faq", "reworked-faq"},
         .help = "How the fee by the largest hour of retrieval follows: as the price book lists it for the "
                 "month, or one rule for all months."},
        [](Scenario& s) { return rules_of(s) ? &rules_of(s)->retrieval : nullptr; },
        {std::nullopt, RetrievalRule::first_faq, RetrievalRule::reworked_faq}));
    add_times(table);
    add_units(table);
}

}  // namespace firn::scenario
