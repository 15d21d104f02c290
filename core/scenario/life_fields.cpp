#include "core/scenario/life_fields.hpp"

#include "core/scenario/service_values.hpp"

namespace firn::scenario {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kAll = 100'000'000;  // millionths of a percent
constexpr std::int64_t kRarest = 1'000;     // a year: a mean of 100,000 years
constexpr Duration kYear = std::chrono::hours{24 * 365};

Audit* audit_of(Scenario& s) { return s.life.audit ? &*s.life.audit : nullptr; }
RestoreTest* test_of(Scenario& s) { return s.life.restore_test ? &*s.life.restore_test : nullptr; }
Damage* damage_of(Scenario& s) { return s.life.damage ? &*s.life.damage : nullptr; }
Changes* changes_of(Scenario& s) { return s.life.changes ? &*s.life.changes : nullptr; }

constexpr const char* kTierHelp =
    "How quickly archives are retrieved for it, in the service's words; left out: standard.";

/// A tier of the service; nothing while it is not stated.
Field tier_field(Field field, Member<std::string> member) {
    field.is_quiet = true;
    field.example = "bulk";
    return text_field(std::move(field), member);
}

void add_audit(std::vector<Field>& table) {
    table.push_back(fine_percent_field(
        {.path = "audit.share",
         .fallback = "0.0001 %",
         .help = "How many of the archives each audit retrieves and compares with the store (a millionth: "
                 "IMVU's choice of 2013, engineering.imvu.com)."},
        [](Scenario& s) { return audit_of(s) ? &audit_of(s)->share : nullptr; }, 1, kAll));
    table.push_back(duration_field(
        {.path = "audit.every",
         .fallback = "1 h",
         .help = "The time from one audit to the next (IMVU: hourly)."},
        [](Scenario& s) { return audit_of(s) ? &audit_of(s)->every : nullptr; }, 1s, kYear));
    table.push_back(tier_field({.path = "audit.tier", .help = kTierHelp},
                               [](Scenario& s) { return audit_of(s) ? &audit_of(s)->tier : nullptr; }));
}

void add_restore_test(std::vector<Field>& table) {
    table.push_back(count_field(
        {.path = "restore_test.files",
         .fallback = "10",
         .help = "How many random files are restored at each month's begin, by turns to the store and to S3 "
                 "(IMVU: ten)."},
        [](Scenario& s) { return test_of(s) ? &test_of(s)->files : nullptr; }, 1, 100'000));
    table.push_back(duration_field(
        {.path = "restore_test.within",
         .fallback = "1 day",
         .help = "A file that takes longer is overdue (IMVU: 24 hours)."},
        [](Scenario& s) { return test_of(s) ? &test_of(s)->within : nullptr; }, Duration{1}, kYear));
    table.push_back(tier_field({.path = "restore_test.tier", .help = kTierHelp},
                               [](Scenario& s) { return test_of(s) ? &test_of(s)->tier : nullptr; }));
}

void add_damage(std::vector<Field>& table) {
    table.push_back(fine_percent_field(
        {.path = "damage.rate",
         .required = true,
         .help = "How many archives are damaged in silence a year, each after an exponential time.",
         .example = "0.001 %"},
        [](Scenario& s) { return damage_of(s) ? &damage_of(s)->rate : nullptr; }, kRarest, kAll));
    table.push_back(count_limit_field(
        {.path = "damage.full_check_months",
         .fallback = "none",
         .help = "What a check of every archive each so many months would read is shown; none: it is not."},
        [](Scenario& s) { return damage_of(s) ? &damage_of(s)->full_check_months : nullptr; }, 1, 1'200));
}

void add_changes(std::vector<Field>& table) {
    table.push_back(fine_percent_field(
        {.path = "changes.overwrites",
         .fallback = "0 %",
         .help = "How many of the files that arrive replace a random one that is there."},
        [](Scenario& s) { return changes_of(s) ? &changes_of(s)->overwrites : nullptr; }, 0, kAll));
    table.push_back(stated_path_field(
        {.path = "changes.deletion_trace",
         .help = "A table timestamp_utc,key of deletions, relative to the scenario's folder.",
         .example = "deletions.csv"},
        [](Scenario& s) { return changes_of(s) ? &changes_of(s)->deletion_trace : nullptr; }));
    table.push_back(percent_limit_field(
        {.path = "changes.compact_above",
         .fallback = "none",
         .help = "An archive of whose bytes more are dead is retrieved, and its living files are bundled "
                 "anew; none: never."},
        [](Scenario& s) { return changes_of(s) ? &changes_of(s)->compact_above : nullptr; }, 0, kAll));
    table.push_back(tier_field(
        {.path = "changes.compaction_tier",
         .help = "How quickly archives are retrieved for it; left out: bulk, where there is a choice.",
         .applies = [](const Scenario& s) { return s.life.changes && s.life.changes->compact_above; },
         .only_with = "compact_above"},
        [](Scenario& s) { return changes_of(s) ? &changes_of(s)->compaction_tier : nullptr; }));
}

Deletions* last_deletions(Scenario& s) {
    return s.life.changes && !s.life.changes->deletions.empty() ? &s.life.changes->deletions.back() : nullptr;
}

void add_deletions(std::vector<Field>& table) {
    table.push_back(fine_percent_field(
        {.path = "changes.deletions.share",
         .fallback = "100 %",
         .help = "How many of the files end this way; the shares of the list add up to at most 100 %."},
        [](Scenario& s) { return last_deletions(s) ? &last_deletions(s)->share : nullptr; }, 0, kAll));
    table.push_back(stated_duration_field(
        {.path = "changes.deletions.keep",
         .help = "So long after its arrival a file is deleted.",
         .example = "30 days"},
        [](Scenario& s) { return last_deletions(s) ? &last_deletions(s)->keep : nullptr; }, Duration{1},
        100 * kYear));
    table.push_back(stated_percent_field(
        {.path = "changes.deletions.rate",
         .help = "In place of keep: how many of them are deleted a year, each after an exponential time.",
         .example = "10 %"},
        [](Scenario& s) { return last_deletions(s) ? &last_deletions(s)->rate : nullptr; }, kRarest,
        100'000 * kAll));
}

}  // namespace

void add_life(std::vector<Field>& table) {
    add_audit(table);
    add_restore_test(table);
    add_damage(table);
    add_changes(table);
    add_deletions(table);
}

void add_life_sections(std::vector<Section>& sections) {
    sections.push_back({.path = "audit",
                        .help = "Random archives that are retrieved again and again, to see whether they are "
                                "whole.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.life.audit.has_value(); },
                        .enter = [](Scenario& s) { s.life.audit.emplace(); }});
    sections.push_back({.path = "restore_test",
                        .help = "Random files that are restored every month, to see how long it takes.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.life.restore_test.has_value(); },
                        .enter = [](Scenario& s) { s.life.restore_test.emplace(); }});
    sections.push_back({.path = "damage",
                        .help = "Archives that are damaged in silence.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.life.damage.has_value(); },
                        .enter = [](Scenario& s) { s.life.damage.emplace(); }});
    sections.push_back({.path = "changes",
                        .help = "Files that are deleted or replaced, and what becomes of their archives.",
                        .optional = true,
                        .is_present = [](const Scenario& s) { return s.life.changes.has_value(); },
                        .enter = [](Scenario& s) { s.life.changes.emplace(); }});
    sections.push_back(
        {.path = "changes.deletions",
         .help = "What ends the life of files, each for a share of them.",
         .repeats = true,
         .most_items = 200,
         .items = [](const Scenario& s) { return s.life.changes ? s.life.changes->deletions.size() : 0; },
         .resize = [](Scenario& s, std::size_t n) { s.life.changes->deletions.resize(n); }});
}

}  // namespace firn::scenario
